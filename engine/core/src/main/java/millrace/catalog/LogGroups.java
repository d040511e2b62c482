package millrace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import millrace.catalog.Setting.Kind;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.operator.LogGroup;
import millrace.operator.LogGroup.From;
import millrace.operator.LogGroup.Pause;
import millrace.operator.LogGroup.Slow;

/** The consumer groups of a log, each an output of its own; without any there is one, "out". */
final class LogGroups {
    private static final String PATH = "groups";
    private static final int MOST = 32;
    private static final int MOST_READERS = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,31}");

    private LogGroups() {}

    static Form add(Form form) {
        return form.always()
                .add(PATH, "Groups", "Each consumer group has an output and a place of its own in every partition.",
                        new Kind.Groups(group()), Value.of(List.of()));
    }

    private static List<Setting> group() {
        return new Form().required("name", "Name", "The name of the group, and of its output.", new Kind.Text(32))
                .choice("from", "From", "Where it begins to read.", "earliest:The oldest record",
                        "latest:What comes after it has joined", "offset:An offset", "time:A time of appending")
                .when("from", "offset")
                .whole("offset", "Offset", "The first offset that it reads, in each partition.", 0, Long.MAX_VALUE, 0)
                .when("from", "time")
                .required("time", "Time", "It begins with what was appended at this time or later.", new Kind.Time())
                .always()
                .whole("readers", "Readers",
                        "A partition is read by one of them; a reader without a partition has nothing to do.", 1,
                        MOST_READERS, 1)
                .duration("takes", "Takes", "How long a reader is busy with an event before it passes it on.", 0, "0 s")
                .add("joins", "Joins", "When the group begins to read; with the run if no time is given.",
                        new Kind.Time(), Form.NONE)
                .add("pauses", "Pauses", "Between these times nothing is read, or nothing of one partition.",
                        new Kind.Groups(pause()), Value.of(List.of()))
                .add("slow", "Slow", "Between these times an event takes so long.", new Kind.Groups(slow()),
                        Value.of(List.of()))
                .add("resets", "Resets", "At these times it goes back to the oldest record and reads all again.",
                        new Kind.Times(), Value.of(List.of()))
                .settings();
    }

    static Form span() {
        return new Form().required("from", "From", "When it begins.", new Kind.Time())
                .required("to", "To", "When it is over.", new Kind.Time());
    }

    private static List<Setting> pause() {
        return span().add("partition", "Partition", "The partition that is not read; all if none is named.",
                new Kind.Whole(0, MOST_READERS - 1), Form.NONE).settings();
    }

    static List<Setting> slow() {
        return span().duration("takes", "Takes", "How long a reader is busy with an event.", 0).settings();
    }

    /** The names of the outputs, whatever else is wrong with the groups. */
    static List<String> names(Value.Group settings) {
        List<String> names = new ArrayList<>();
        if (settings.at(PATH).orElse(Form.NONE) instanceof Value.Items items)
            for (Value item : items.items())
            if (item instanceof Value.Group g && g.get("name").orElse(Form.NONE) instanceof Value.Text t
                    && !names.contains(t.text()))
                names.add(t.text());
        return names.isEmpty() ? List.of(PortRef.OUT) : names;
    }

    static List<LogGroup> read(Reader reader, int partitions) {
        List<LogGroup> groups = new ArrayList<>();
        List<Reader> each = reader.each(PATH);
        if (each.size() > MOST)
            reader.error(PATH, "catalog.too-many.groups", each.size(), MOST);
        for (Reader one : each) {
            LogGroup group = group(one, partitions);
            if (groups.stream().anyMatch(g -> g.name().equals(group.name())))
                one.error("name", "catalog.duplicate-name", group.name());
            groups.add(group);
        }
        return groups.isEmpty() ? List.of(usual()) : groups;
    }

    private static LogGroup usual() {
        return new LogGroup(PortRef.OUT, new From.Earliest(), 1, 0, Long.MIN_VALUE, List.of(), List.of(), List.of());
    }

    private static LogGroup group(Reader one, int partitions) {
        String name = one.text("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches())
            one.error("name", "catalog.not-a-name.output", name);
        OptionalLong joins = one.time("joins");
        return new LogGroup(name, from(one), (int) one.whole("readers"), one.duration("takes"),
                joins.orElse(Long.MIN_VALUE), one.each("pauses").stream().map(p -> pause(p, partitions)).toList(),
                one.each("slow").stream().map(LogGroups::slow).toList(), one.times("resets"));
    }

    private static From from(Reader one) {
        return switch (one.choice("from")) {
            case "latest" -> new From.Latest();
            case "offset" -> new From.Offset(one.whole("offset"));
            case "time" -> new From.Time(one.time("time").orElse(0));
            default -> new From.Earliest();
        };
    }

    /** Of whoever has no partitions. */
    static Pause pause(Reader p) {
        return new Pause(p.time("from").orElse(0), end(p), Pause.ALL);
    }

    private static Pause pause(Reader p, int partitions) {
        long to = end(p);
        int partition = p.given("partition").isPresent() ? (int) p.whole("partition") : Pause.ALL;
        if (partition >= partitions)
            p.error("partition", "catalog.unknown-partition.number", partition, partitions - 1);
        return new Pause(p.time("from").orElse(0), to, partition);
    }

    static Slow slow(Reader s) {
        return new Slow(s.time("from").orElse(0), end(s), s.duration("takes"));
    }

    private static long end(Reader span) {
        OptionalLong from = span.time("from");
        OptionalLong to = span.time("to");
        if (from.isPresent() && to.isPresent() && to.getAsLong() <= from.getAsLong())
            span.error("to", "catalog.not-ascending.span");
        return to.orElse(0);
    }

    /** In words, for the second line of a node. */
    static Optional<String> summary(Value.Group settings) {
        List<String> names = names(settings);
        return names.equals(List.of(PortRef.OUT)) ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
