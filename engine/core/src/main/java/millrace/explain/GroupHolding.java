package millrace.explain;

import java.util.List;
import millrace.design.Counts;
import millrace.design.Durations;
import millrace.operator.WatermarkSpec;
import millrace.trace.Fact;

/** What holds the watermark of a group of a log back. */
final class GroupHolding {
    private final GroupScene group;
    private final String name;
    private final long at;

    /** @param at the processing time that is asked about */
    GroupHolding(GroupScene group, long at) {
        this.group = group;
        this.at = at;
        name = "group " + group.group.name();
    }

    void explain(Words w, long needed) {
        if (group.joined().isEmpty()) {
            w.say(" It waits for " + name + ", which has not begun to read");
            if (group.group.joins() > at) w.say("; it joins at ").proc(group.group.joins());
            w.say(".");
            return;
        }
        List<GroupScene.Input> inputs = group.inputs();
        if (inputs.size() > 1) minimum(w, inputs);
        GroupScene.Input slowest = slowest(inputs);
        if (slowest.idle().isPresent()) w.say(" All readers of " + name + " are idle, so it stays.");
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

    private static void minimum(Words w, List<GroupScene.Input> inputs) {
        w.say(" It is the minimum over ");
        for (int i = 0; i < inputs.size(); i++) {
            GroupScene.Input in = inputs.get(i);
            w.say(i == 0 ? "" : i == inputs.size() - 1 ? " and " : ", ").say(called(in) + " (");
            if (in.idle().isPresent()) w.say("idle since ").proc(in.idle().get().at()).say(", not counted)");
            else
                w.event(in.watermark()).say(")");
        }
        w.say(".");
    }

    private static String called(GroupScene.Input in) {
        return in.partition() < 0 ? "reader " + in.reader() : "partition " + in.partition();
    }

    private void waits(Words w, GroupScene.Input in, long needed) {
        w.say(" It waits for ");
        if (in.partition() < 0) {
            w.strong("reader " + in.reader() + " of " + name)
                    .say(", which has never had an event: it has no partition.");
            return;
        }
        w.strong("partition " + in.partition()).say(", read by reader " + in.reader() + " of " + name);
        w.say(in.heard() ? "" : ", which has never had an event of it").say(".");
        if (in.unread() > 0)
            w.say(" " + (in.unread() == 1 ? "A record lies" : Counts.grouped(in.unread()) + " records lie")
                    + " there unread.");
        if (group.group.paused(at)) w.say(" The group is paused.");
        moves(w, needed);
    }

    private void moves(Words w, long needed) {
        switch (group.log.watermark()) {
            case WatermarkSpec.None n -> w.say(" The log states no watermark before its input ends.");
            case WatermarkSpec.Bounded b -> w.say(" A partition states the largest event time read less "
                    + Durations.format(b.maxOutOfOrderness()) + ", so an event of ")
                    .event(needed + b.maxOutOfOrderness())
                    .say(" or later is needed there.");
            default -> w.say(" A partition states the largest event time read, so an event of ")
                    .event(needed)
                    .say(" or later is needed there.");
        }
    }

    /** Where the group stands and how far behind, then what its watermark waits for. */
    Answer standing(Words w) {
        String question = "How does " + name + " stand?";
        if (group.joined().isEmpty()) {
            w.say("At ").proc(at).say(" " + name + " has not begun to read.");
            return w.answer(question);
        }
        Fact.Noted joined = group.joined().get();
        w.say("At ").proc(at).say(" " + name + " lags by ").strong(String.valueOf(group.lag()));
        for (int p = 0; p < group.log.partitions(); p++)
            w.say(p == 0 ? ": it reads " : ", ").say("offset " + group.position(p) + " of partition " + p + " next");
        w.say(". It has read since ").proc(group.joined().get().at()).say(".");
        watermark(w);
        return w.answer(question);
    }

    private void watermark(Words w) {
        GroupScene.Input slowest = slowest(group.inputs());
        if (slowest.idle().isPresent()) w.say(" All are idle, so the watermark stays.");
        else if (slowest.partition() < 0)
            w.say(" Reader " + slowest.reader() + " has no partition and holds the watermark back.");
        else
            w.say(" Its watermark follows partition " + slowest.partition() + ", which is at ")
                    .event(slowest.watermark())
                    .say(".");
    }
}
