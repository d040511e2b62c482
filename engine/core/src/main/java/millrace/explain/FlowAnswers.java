package millrace.explain;

import millrace.design.Durations;
import millrace.event.Element;
import millrace.event.Watermark;
import millrace.operator.SourceSpec;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;
import millrace.trace.Fact;

/** Watermarks, idleness and ends. */
final class FlowAnswers {
    private final Scene scene;

    FlowAnswers(Scene scene) {
        this.scene = scene;
    }

    Answer advanced(Fact.Advanced f) {
        Words w = scene.words().say("At ").proc(f.at()).say(" the watermark of " + scene.name(f.node()) + " became ");
        w.event(f.watermark()).say(": ");
        if (f.watermark() == Watermark.FINAL) w.say("nothing can come any more.");
        else
            w.say(scene.node(f.node()).work() instanceof Work.Source s ? strategy(s.spec())
                    : "that is the smallest over its inputs that are not idle.");
        return w.answer("Why did the watermark move?");
    }

    private static String strategy(SourceSpec spec) {
        return switch (spec.timing().watermark()) {
            case WatermarkSpec.None n -> "it states one only at its end.";
            case WatermarkSpec.Ascending a -> "the largest event time seen.";
            case WatermarkSpec.Bounded b ->
                    "the largest event time seen less " + Durations.format(b.maxOutOfOrderness())
                            + ".";
            case WatermarkSpec.Perfect p -> "no event with an earlier time is still to come.";
            case WatermarkSpec.Script s -> "its script says so.";
        };
    }

    Answer inputAdvanced(Fact.InputAdvanced f) {
        Words w = scene.words().say("At ").proc(f.at()).say(" " + input(f.node(), f.input()) + " reached ");
        return w.event(f.watermark())
                .say("; the watermark of " + scene.name(f.node()) + " is the smallest over all that are not idle.")
                .answer("What does this watermark mean?");
    }

    /** "partition West of Gates", "input 2 of Merge". */
    private String input(String node, int input) {
        if (scene.node(node).work() instanceof Work.Source s && input < s.spec().timing().partitions().size()) {
            String name = s.spec().timing().partitions().get(input);
            return (name.isEmpty() ? "the input" : "partition " + name) + " of " + scene.name(node);
        }
        return "input " + (input + 1) + " of " + scene.name(node);
    }

    Answer idle(Fact.WentIdle f) {
        Words w = scene.words().say("At ").proc(f.at()).say(" " + input(f.node(), f.input()));
        if (!f.idle())
            return w.say(" woke, and counts again for the watermark, which does not go back for it.")
                    .answer("Why did this input wake?");
        if (scene.node(f.node()).work() instanceof Work.Source s)
            w.say(" had had no event for " + Durations.format(s.spec().timing().idleAfter()) + ":");
        return w.say(" it is idle and holds no watermark back until it wakes. What it brings then may be late.")
                .answer("Why is this input idle?");
    }

    Answer ended(Fact.Ended f) {
        return scene.words()
                .say(scene.name(f.node()) + " ended at ")
                .proc(f.at())
                .say(": nothing follows, so its watermark is final.")
                .answer("Why did it end?");
    }

    Answer delivered(Fact.Delivered f) {
        Words w = scene.words().say("At ").proc(f.at()).say(" " + scene.name(f.node()) + " received ");
        Element element = f.element();
        if (element instanceof Watermark m)
            w.say("the watermark ").event(m.time).say(": no earlier event is to come on this wire");
        else
            w.say("the mark \"" + element + "\"");
        return w.say(f.sentAt() == f.at() ? "." : ", sent " + Durations.format(f.at() - f.sentAt()) + " before.")
                .answer("What is this?");
    }
}
