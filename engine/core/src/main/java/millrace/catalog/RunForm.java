package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Durations;

/** The forms of what is not a node: the run as a whole ({@code settings} of a design), and a wire. */
public final class RunForm {
    private static final List<Setting> RUN = new Form()
            .add("clock", "Starts at",
                    "Where processing time begins; left empty, the minute before the first row of an event list.",
                    new Kind.Time(), Form.NONE)
            .add("until", "Ends at", "Where the run is cut; left empty, when all sources have ended.", new Kind.Time(),
                    Form.NONE)
            .duration("transit", "Transit time", "How long an event is on a wire that says nothing else.", 0, "0 s")
            .whole("seed", "Seed", "Of all random numbers; the same seed gives the same run.", Long.MIN_VALUE / 10,
                    Long.MAX_VALUE / 10, 1)
            .choice("mode", "Input", "In a batch nothing leaves before the input is complete.", "streaming:Stream",
                    "batch:Batch")
            .choice("dialect", "Dialect", "Whose choices hold where real engines differ.", "millrace:Millrace",
                    "beam:Beam", "flink:Flink", "kafka-streams:Kafka Streams")
            .settings();
    private static final List<Setting> WIRE = new Form()
            .add("transit", "Transit time", "How long an event is on its way; left empty, as the design says.",
                    new Kind.Duration(0, Durations.MAX), Form.NONE)
            .settings();

    private RunForm() {}

    /** The settings of the run. */
    public static List<Setting> run() {
        return RUN;
    }

    /** The settings of a wire. */
    public static List<Setting> wire() {
        return WIRE;
    }
}
