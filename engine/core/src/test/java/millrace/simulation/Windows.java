package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import millrace.design.Durations;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec;
import millrace.operator.Closing;
import millrace.operator.AggregateSpec.Kind;
import millrace.operator.Dialect;
import millrace.operator.OnTime;
import millrace.operator.StreamType;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;

/** Makes window operators over events with a key and a value, in words. Immutable. */
record Windows(WindowSpec window, TimeDomain domain, Optional<TriggerSpec> early, OnTime onTime,
        Optional<TriggerSpec> late, Optional<TriggerSpec> composed, Accumulation accumulation, long lateness,
        Closing closing,
        List<Kind> aggregates, FieldType valueType, boolean keyed, Dialect dialect) {
    static final long FOR_EVER = Long.MAX_VALUE;

    static Windows of(WindowSpec window) {
        return new Windows(window, TimeDomain.EVENT, Optional.empty(), OnTime.ALWAYS, Optional.of(every(1)),
                Optional.empty(), Accumulation.ACCUMULATING, 0, Closing.IF_NEW, List.of(Kind.SUM), FieldType.LONG, true,
                Dialect.MILLRACE);
    }

    static Windows tumbling(String size) {
        return of(new WindowSpec.Tumbling(ms(size), 0));
    }

    static Windows sliding(String size, String slide) {
        return of(new WindowSpec.Sliding(ms(size), ms(slide), 0));
    }

    static Windows cumulate(String max, String step) {
        return of(new WindowSpec.Cumulate(ms(max), ms(step), 0));
    }

    static Windows session(String gap) {
        return of(new WindowSpec.Session(ms(gap)));
    }

    static Windows global() {
        return of(new WindowSpec.Global());
    }

    static Windows count(long size, long slide) {
        return of(new WindowSpec.Count(size, slide));
    }

    static long ms(String duration) {
        return Durations.parse(duration).orElseThrow();
    }

    static TriggerSpec every(int n) {
        return new TriggerSpec.Repeatedly(new TriggerSpec.AfterCount(n));
    }

    static TriggerSpec delayed(String delay) {
        return new TriggerSpec.Repeatedly(new TriggerSpec.AfterDelay(ms(delay)));
    }

    static TriggerSpec aligned(String period, String offset) {
        return new TriggerSpec.Repeatedly(new TriggerSpec.AlignedTo(ms(period), ms(offset)));
    }

    Windows early(TriggerSpec trigger) {
        return new Windows(window, domain, Optional.of(trigger), onTime, late, composed, accumulation, lateness,
                closing,
                aggregates, valueType, keyed, dialect);
    }

    Windows late(TriggerSpec trigger) {
        return new Windows(window, domain, early, onTime, Optional.of(trigger), composed, accumulation, lateness,
                closing,
                aggregates, valueType, keyed, dialect);
    }

    Windows noLate() {
        return new Windows(window, domain, early, onTime, Optional.empty(), composed, accumulation, lateness, closing,
                aggregates, valueType, keyed, dialect);
    }

    Windows trigger(TriggerSpec trigger) {
        return new Windows(window, domain, early, onTime, late, Optional.of(trigger), accumulation, lateness, closing,
                aggregates, valueType, keyed, dialect);
    }

    Windows onTime(OnTime when) {
        return new Windows(window, domain, early, when, late, composed, accumulation, lateness, closing, aggregates,
                valueType, keyed, dialect);
    }

    Windows lateness(String duration) {
        return lateness(ms(duration));
    }

    Windows lateness(long duration) {
        return new Windows(window, domain, early, onTime, late, composed, accumulation, duration, closing, aggregates,
                valueType, keyed, dialect);
    }

    Windows closing(Closing when) {
        return new Windows(window, domain, early, onTime, late, composed, accumulation, lateness, when, aggregates,
                valueType, keyed, dialect);
    }

    Windows accumulation(Accumulation mode) {
        return new Windows(window, domain, early, onTime, late, composed, mode, lateness, closing, aggregates,
                valueType,
                keyed, dialect);
    }

    Windows processingTime() {
        return new Windows(window, TimeDomain.PROCESSING, early, onTime, late, composed, accumulation, lateness,
                closing,
                aggregates, valueType, keyed, dialect);
    }

    Windows dialect(Dialect name) {
        return new Windows(window, domain, early, onTime, late, composed, accumulation, lateness, closing, aggregates,
                valueType, keyed, name);
    }

    Windows of(Kind... kinds) {
        return new Windows(window, domain, early, onTime, late, composed, accumulation, lateness, closing,
                List.of(kinds), valueType, keyed, dialect);
    }

    Windows values(FieldType type) {
        return new Windows(window, domain, early, onTime, late, composed, accumulation, lateness, closing, aggregates,
                type,
                keyed, dialect);
    }

    Windows unkeyed() {
        return new Windows(window, domain, early, onTime, late, composed, accumulation, lateness, closing, aggregates,
                valueType, false, dialect);
    }

    StreamType input() {
        Schema schema = Schema.of(List.of(new Field("key", FieldType.STRING), new Field("value", valueType)));
        return new StreamType(schema, keyed ? 0 : StreamType.UNKEYED);
    }

    WindowOperator operator() {
        List<AggregateSpec> specs = new ArrayList<>();
        aggregates.forEach(kind -> specs.add(aggregate(kind)));
        TriggerSpec trigger = composed.orElseGet(() -> new TriggerSpec.AfterWatermark(early, late));
        return new WindowOperator(window, domain, trigger, onTime, accumulation, lateness, closing, specs, input(),
                WindowOperator.outputType(input(), specs), dialect);
    }

    /** Top 2, and the 50th percentile. */
    private AggregateSpec aggregate(Kind kind) {
        FieldType type = switch (kind) {
            case COUNT, DISTINCT -> FieldType.LONG;
            case AVERAGE -> FieldType.DOUBLE;
            case COLLECT, TOP -> FieldType.STRING;
            case SUM, MIN, MAX, FIRST, LAST, PERCENTILE -> valueType;
        };
        double parameter = kind == Kind.TOP ? 2 : kind == Kind.PERCENTILE ? 50 : 0;
        return new AggregateSpec(kind, kind == Kind.COUNT ? -1 : 1, parameter, kind.name().toLowerCase(Locale.ROOT),
                type);
    }

    static List<Kind> allKinds() {
        return Arrays.asList(Kind.values());
    }
}
