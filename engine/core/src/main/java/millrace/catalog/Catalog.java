package millrace.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All node types, in the order of the palette. A new type is one file and one line here. */
public final class Catalog {
    private static final List<NodeType> TYPES = List.of(
            new Timetable(),
            new Generator(),
            new FileSource(),
            new DatabaseType(),
            new LogType(),
            new QueueType(),
            new FilterType(),
            new ComputeType(),
            new TimestampsType(),
            new KeyBy(),
            new Merge(),
            new SplitType(),
            new FlattenType(),
            new Tumbling(),
            new Sliding(),
            new EventSliding(),
            new Session(),
            new Cumulate(),
            new CountWindow(),
            new Global(),
            new IntervalType(),
            new WindowJoinType(),
            new StreamTableType(),
            new TableJoinType(),
            new AggregateType(),
            new TableType(),
            new DeduplicateType(),
            new ValidityType(),
            new ToStreamType(),
            new EnvelopeType(),
            new SearchIndex(),
            new Cache(),
            new Results(),
            new Transactional(),
            new FileSink());

    private static final Map<String, NodeType> BY_ID = TYPES.stream()
            .collect(Collectors.toUnmodifiableMap(NodeType::id, Function.identity()));

    private Catalog() {}

    public static List<NodeType> types() {
        return TYPES;
    }

    /** The type with this id, as in design files. */
    public static Optional<NodeType> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
