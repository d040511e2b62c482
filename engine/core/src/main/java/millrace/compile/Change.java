package millrace.compile;

import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.operator.ChangeNote;

/**
 * A setting that is another from an instant on.
 *
 * @param at processing time, ms
 * @param what is changed, as it is afterwards
 * @param setting its path as a person writes it: "by2.lateness", "settings.checkpoints.every"
 * @param before its value as a person writes it
 * @param after the same, from then on
 */
public record Change(long at, What what, String setting, String before, String after) {
    /** What is told as it happens. */
    public ChangeNote told(ChangeNote.State state) {
        return new ChangeNote.Changed(setting, before, after, state);
    }

    public sealed interface What {
        /**
         * A node by number.
         *
         * @param rows of a source: whether it has other rows, else only its watermark, idleness or end is another
         */
        record OfNode(int node, PlanNode after, boolean rows) implements What {}

        /** A wire by number. */
        record OfWire(int wire, PlanWire after) implements What {}

        /** What holds for all. */
        record OfRun(Recovery after) implements What {}
    }
}
