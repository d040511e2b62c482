package millrace.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import millrace.design.Design;
import millrace.design.Value;
import millrace.operator.Interference.What;

/**
 * What happens to a run at an instant, since somebody wants it so: crashes, pauses, events left out. Each is a line of the
 * design, like everything else. Times and durations are given as people write them.
 */
sealed interface Interventions permits Edits {
    Types types();

    /** A node, an instance ("count#2"), a consumer ("log.group") or the coordinator crashes at a time. */
    default Transaction crash(String target, String time) {
        return Transaction.design(d -> Words.of("kill", Words.target(d, target)),
                design -> design.withSettings(Listed.append(design.settings(), "crashes",
                        Value.of(List.of(Value.of(time), Value.of(target))))));
    }

    /**
     * Between these times a consumer takes nothing.
     *
     * @param consumer a group of a log or a worker of a queue, by its name
     */
    default Transaction pause(String node, String consumer, String from, String to) {
        Value pause = Value.Group.EMPTY.with("from", Value.of(from)).with("to", Value.of(to));
        return consumer(node, consumer, "pause", "pauses", pause);
    }

    /** Between these times a consumer needs so long for each. */
    default Transaction slow(String node, String consumer, String from, String to, String takes) {
        Value slow = Value.Group.EMPTY.with("from", Value.of(from))
                .with("to", Value.of(to))
                .with("takes", Value.of(takes));
        return consumer(node, consumer, "slow", "slow", slow);
    }

    private Transaction consumer(String node, String consumer, String word, String list, Value item) {
        return Transaction.design(d -> Words.of(word, Words.consumer(d, node, consumer)),
                design -> design.change(node, n -> n.withSettings(Listed.change(n.settings(),
                        queue(design, node) ? "workers" : "groups", consumer, g -> Listed.append(g, list, item)))));
    }

    private boolean queue(Design design, String node) {
        return design.node(node)
                .flatMap(types()::of)
                .filter(t -> t.form().stream().anyMatch(s -> s.path().equals("workers")))
                .isPresent();
    }

    /** Something is done to the event of this number, in place of what was said of it before. */
    default Transaction touch(String source, long event, What what, String by) {
        Value.Group touch = Value.Group.EMPTY.with("event", Value.of(event)).with("what", Value.of(word(what)));
        Value.Group whole = what == What.DROP ? touch : touch.with("by", Value.of(by));
        return Transaction.design(
                d -> Words.of("touch-" + word(what), String.valueOf(event), Words.name(d, source)),
                design -> design.change(source, n -> n.withSettings(Listed.replace(n.settings(), "touched",
                        v -> v instanceof Value.Group g && g.get("event").equals(touch.get("event")), whole))));
    }

    private static String word(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** A source sends an event besides its own. */
    default Transaction insertEvent(String source, String eventTime, String arrival, List<Value> values) {
        return row(source, "insert-event", "inserted", List.of(Value.of(eventTime), Value.of(arrival)), values);
    }

    /** A row of a database is inserted, updated or deleted. */
    default Transaction editRow(String database, String at, String what, List<Value> values) {
        return row(database, "edit-row", "edits", List.of(Value.of(at), Value.of(what)), values);
    }

    private Transaction row(String node, String word, String list, List<Value> head, List<Value> values) {
        List<Value> row = new ArrayList<>(head);
        row.addAll(values);
        return Transaction.design(d -> Words.of(word, Words.name(d, node)), design -> design.change(node,
                n -> n.withSettings(Listed.append(n.settings(), list, Value.of(row)))));
    }

    /**
     * Between these times a source is silent.
     *
     * @param held whether what would arrive meanwhile arrives when it goes on; else it never does
     */
    default Transaction stop(String source, String from, String to, boolean held) {
        Value stop = Value.Group.EMPTY.with("from", Value.of(from))
                .with("to", Value.of(to))
                .with("events", Value.of(held ? "held" : "lost"));
        return Transaction.design(d -> Words.of("stop", Words.name(d, source)),
                design -> design.change(source, n -> n.withSettings(Listed.append(n.settings(), "stops", stop))));
    }

    /** A checkpoint begins at a time besides the regular ones. */
    default Transaction checkpoint(String at) {
        return Transaction.design(d -> Words.of("checkpoint"),
                design -> design.withSettings(Listed.append(design.settings(), "checkpoints.at", Value.of(at))));
    }

    /**
     * A setting has another value from a time on; typing in one field is one step.
     *
     * @param owner a node's id or a wire's; empty = the run
     * @param value {@link Value.Nothing} = the usual one
     */
    default Transaction changeFrom(String at, String owner, String setting, Value value) {
        Value.Group start = Value.Group.EMPTY.with("at", Value.of(at));
        Value.Group whose = owner.isEmpty() ? start : start.with("node", Value.of(owner));
        Value.Group named = whose.with("setting", Value.of(setting));
        Predicate<Value> same = v -> v instanceof Value.Group g && g.without("value").equals(named);
        return Transaction
                .design(d -> fromNow(d, owner, setting, at), design -> design
                        .withSettings(Listed.replace(design.settings(), "changes", same, named.with("value", value))))
                .merging("change " + owner + "." + setting + " from " + at);
    }

    private String fromNow(Design design, String owner, String setting, String at) {
        if (owner.isEmpty()) return Words.of("from-now-design", Words.runSetting(setting), at);
        return design.node(owner).isPresent()
                ? Words.of("from-now", Words.setting(design, types(), owner, setting), Words.name(design, owner), at)
                : Words.of("from-now", Words.wireSetting(setting), Words.wire(design, owner), at);
    }

    /** A change of a setting, by its place in the list, does not happen. */
    default Transaction takeBack(int place) {
        return Transaction.design(d -> tookBack(d, place), design -> {
            List<Value> rest = Listed.of(design.settings(), "changes");
            if (place < rest.size()) rest.remove(place);
            return design.withSettings(rest.isEmpty() ? design.settings().without("changes")
                    : design.settings().with("changes", Value.of(rest)));
        });
    }

    private String tookBack(Design design, int place) {
        List<Value> all = Listed.of(design.settings(), "changes");
        if (place >= all.size() || !(all.get(place) instanceof Value.Group g)) return Words.of("take-back", "", "");
        String owner = Listed.text(g, "node");
        String setting = Listed.text(g, "setting");
        String label = design.node(owner).isPresent() ? Words.setting(design, types(), owner, setting)
                : owner.isEmpty() ? Words.runSetting(setting) : Words.wireSetting(setting);
        return Words.of("take-back", label, Listed.text(g, "at"));
    }
}
