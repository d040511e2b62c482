package millrace.explain;

import millrace.design.Durations;
import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Watermark;
import millrace.operator.SourceSpec;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;
import millrace.trace.Fact;

/** Watermarks, idleness and ends. */
final class FlowAnswers {
    private final Scene scene;
    private final Figures times;

    FlowAnswers(Scene scene) {
        this.scene = scene;
        times = scene.figures();
    }

    Answer advanced(Fact.Advanced f) {
        return scene.words()
                .tell("flow.advanced", times.proc(f.at()), scene.name(f.node()), times.event(f.watermark()), why(f))
                .ask("flow.advanced.question");
    }

    private Part why(Fact.Advanced f) {
        if (f.watermark() == Watermark.FINAL) return Part.say("flow.final");
        return scene.node(f.node()).work() instanceof Work.Source s ? strategy(s.spec()) : Part.say("flow.smallest");
    }

    private static Part strategy(SourceSpec spec) {
        return switch (spec.timing().watermark()) {
            case WatermarkSpec.None n -> Part.say("flow.none");
            case WatermarkSpec.Ascending a -> Part.say("flow.ascending");
            case WatermarkSpec.Bounded b -> Part.say("flow.bounded", Durations.format(b.maxOutOfOrderness()));
            case WatermarkSpec.Perfect p -> Part.say("flow.perfect");
            case WatermarkSpec.Script s -> Part.say("flow.script");
        };
    }

    Answer inputAdvanced(Fact.InputAdvanced f) {
        return scene.words()
                .tell("flow.input-advanced", times.proc(f.at()), input(f.node(), f.input()),
                        times.event(f.watermark()), scene.name(f.node()))
                .ask("flow.input-advanced.question");
    }

    private Part input(String node, int input) {
        if (!(scene.node(node).work() instanceof Work.Source s) || input >= s.spec().timing().partitions().size())
            return Part.say("flow.input", input + 1, scene.name(node));
        String name = s.spec().timing().partitions().get(input);
        return name.isEmpty() ? Part.say("flow.only-input", scene.name(node))
                : Part.say("flow.partition", name, scene.name(node));
    }

    Answer idle(Fact.WentIdle f) {
        Part at = times.proc(f.at());
        Part input = input(f.node(), f.input());
        if (!f.idle()) return scene.words().tell("flow.woke", at, input).ask("flow.woke.question");
        Part idle = scene.node(f.node()).work() instanceof Work.Source s
                ? Part.say("flow.idle.source", at, input, Durations.format(s.spec().timing().idleAfter()))
                : Part.say("flow.idle", at, input);
        return scene.words().tell(idle).ask("flow.idle.question");
    }

    Answer ended(Fact.Ended f) {
        return scene.words()
                .tell("flow.ended", scene.name(f.node()), times.proc(f.at()))
                .ask("flow.ended.question");
    }

    Answer delivered(Fact.Delivered f) {
        Part at = times.proc(f.at());
        Part what = f.element() instanceof Watermark m
                ? Part.say("flow.delivered.watermark", at, scene.name(f.node()), times.event(m.time))
                : Part.say("flow.delivered", at, scene.name(f.node()), mark(f.element()));
        Part sent = f.sentAt() == f.at() ? Part.say("sentence", what)
                : Part.say("flow.delivered.sent", what, Durations.format(f.at() - f.sentAt()));
        return scene.words().tell(sent).ask("flow.delivered.question");
    }

    private static Part mark(Element element) {
        return switch (element) {
            case Barrier b -> Part.say("flow.mark.barrier", b.checkpoint);
            case Idle i -> Part.say(i.idle ? "flow.mark.idle" : "flow.mark.active");
            case End e -> Part.say("flow.mark.end");
            case Event e -> Part.of(e.toString(), Tone.PLAIN);
            case Watermark m -> Part.of(m.toString(), Tone.PLAIN);
        };
    }
}
