package millrace.explain;

import java.util.List;
import java.util.stream.IntStream;
import millrace.design.Durations;
import millrace.operator.WatermarkSpec;

/** What holds the watermark of a group of a log back. */
final class GroupHolding {
    private final GroupScene group;
    private final Figures figures;
    private final Part name;
    private final long at;

    /** @param at the processing time that is asked about */
    GroupHolding(GroupScene group, Figures figures, long at) {
        this.group = group;
        this.figures = figures;
        this.at = at;
        name = Part.say("group.name", group.group.name());
    }

    void explain(Words w, long needed) {
        if (group.joined().isEmpty()) {
            long joins = group.group.joins();
            w.tell(joins > at ? "group.waits.joins" : "group.waits", name, figures.proc(joins));
            return;
        }
        List<GroupScene.Input> inputs = group.inputs();
        if (inputs.size() > 1) w.tell("group.minimum", Part.list(inputs.stream().map(this::marked).toList()));
        GroupScene.Input slowest = slowest(inputs);
        if (slowest.idle().isPresent()) w.tell("group.idle", name);
        else if (slowest.partition() < 0) w.tell("group.waits.reader", reader(slowest).strong());
        else
            waits(w, slowest, needed);
    }

    private static GroupScene.Input slowest(List<GroupScene.Input> inputs) {
        GroupScene.Input best = inputs.getFirst();
        for (GroupScene.Input i : inputs) {
            boolean counts = best.idle().isPresent() && i.idle().isEmpty();
            boolean slower = best.idle().isPresent() == i.idle().isPresent() && i.watermark() < best.watermark();
            if (counts || slower) best = i;
        }
        return best;
    }

    private Part marked(GroupScene.Input in) {
        Part called = in.partition() < 0 ? Part.say("group.reader", in.reader()) : partition(in);
        return in.idle()
                .map(f -> Part.say("holding.input.idle", called, figures.proc(f.at())))
                .orElseGet(() -> Part.say("holding.input", called, figures.event(in.watermark())));
    }

    private static Part partition(GroupScene.Input in) {
        return Part.say("group.partition", in.partition());
    }

    private Part reader(GroupScene.Input in) {
        return Part.say("group.reader.of", in.reader(), name);
    }

    private void waits(Words w, GroupScene.Input in, long needed) {
        w.tell(in.heard() ? "group.waits.partition" : "group.waits.partition.never", partition(in).strong(),
                reader(in));
        if (in.unread() > 0) w.tell(Part.counted("group.unread", in.unread()));
        if (group.group.paused(at)) w.tell("group.paused");
        w.tell(moves(needed));
    }

    private Part moves(long needed) {
        return switch (group.log.watermark()) {
            case WatermarkSpec.None n -> Part.say("group.none");
            case WatermarkSpec.Bounded b -> Part.say("group.bounded", figures.event(needed + b.maxOutOfOrderness()),
                    Durations.format(b.maxOutOfOrderness()));
            default -> Part.say("group.ascending", figures.event(needed));
        };
    }

    /** Where the group stands and how far behind, then what its watermark waits for. */
    Answer standing(Words w) {
        Part now = figures.proc(at);
        group.joined()
                .ifPresentOrElse(
                        joined -> w
                                .tell("group.stands", now, name, Part.strong(String.valueOf(group.lag())), positions(),
                                        figures.proc(joined.at()))
                                .tell(watermark()),
                        () -> w.tell("group.not-begun", now, name));
        return w.ask("group.question", name);
    }

    private Part positions() {
        return Part.series(IntStream.range(0, group.log.partitions())
                .mapToObj(p -> Part.say("group.position", group.position(p), p))
                .toList());
    }

    private Part watermark() {
        GroupScene.Input slowest = slowest(group.inputs());
        if (slowest.idle().isPresent()) return Part.say("group.stands.idle");
        return slowest.partition() < 0 ? Part.say("group.stands.reader", slowest.reader())
                : Part.say("group.stands.watermark", slowest.partition(), figures.event(slowest.watermark()));
    }
}
