package millrace.simulation;

import static millrace.simulation.Windows.tumbling;

import millrace.event.FieldType;
import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec.Kind;
import org.junit.jupiter.api.Test;

/** Every aggregate over every type of value that it takes. */
class AggregatesTest {
    private static final Windows TEN = tumbling("10 s").unkeyed();

    @Test
    void wholeNumbers() {
        Scenario.of(TEN.of(Kind.values()), "12:00:01 5 3 - 8 5 | end").gives("""
                12:00:01 [12:00,12:00:10) count=5 sum=21 min=3 max=8 average=5.25 distinct=3 first=5 last=5 \
                collect=[5, 3, 8, 5] top=[8, 5] percentile=5 ON_TIME
                """);
    }

    @Test
    void decimals() {
        Scenario.of(TEN.values(FieldType.DOUBLE).of(Kind.values()), "12:00:01 -0.5 1.25 - 1.25 | end").gives("""
                12:00:01 [12:00,12:00:10) count=4 sum=2.0 min=-0.5 max=1.25 average=0.6666666666666666 distinct=2 \
                first=-0.5 last=1.25 collect=[-0.5, 1.25, 1.25] top=[1.25, 1.25] percentile=1.25 ON_TIME
                """);
    }

    @Test
    void texts() {
        Windows texts = TEN.values(FieldType.STRING)
                .of(Kind.COUNT, Kind.MIN, Kind.MAX, Kind.DISTINCT, Kind.FIRST,
                        Kind.LAST, Kind.COLLECT, Kind.TOP);
        Scenario.of(texts, "12:00:01 pear fig fig plum | end").gives("""
                12:00:01 [12:00,12:00:10) count=4 min=fig max=plum distinct=3 first=pear last=plum \
                collect=[pear, fig, fig, plum] top=[plum, pear] ON_TIME
                """);
    }

    @Test
    void nothing() {
        Scenario.of(TEN.of(Kind.values()), "12:00:01 - | end").gives("""
                12:00:01 [12:00,12:00:10) count=1 sum=0 min=null max=null average=null distinct=0 first=null last=null \
                collect=[] top=[] percentile=null ON_TIME
                """);
    }

    @Test
    void discardedEveryTime() {
        Windows twice = TEN.of(Kind.values()).early(Windows.every(2)).accumulation(Accumulation.DISCARDING);
        Scenario.of(twice, "12:00:01 5 3 | 12:00:02 8 | end").gives("""
                12:00:01 [12:00,12:00:10) count=2 sum=8 min=3 max=5 average=4.0 distinct=2 first=5 last=3 \
                collect=[5, 3] top=[5, 3] percentile=3 EARLY
                12:00:02 [12:00,12:00:10) count=1 sum=8 min=8 max=8 average=8.0 distinct=1 first=8 last=8 \
                collect=[8] top=[8] percentile=8 ON_TIME
                """);
    }

    @Test
    void aSumThatLeavesTheRangeStaysAtItsLimit() {
        Scenario.of(TEN, "12:00:01 9223372036854775807 5 | end").gives("""
                12:00:01 [12:00,12:00:10) sum=9223372036854775807 ON_TIME
                """);
    }
}
