package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.design.Clock;
import millrace.design.Problem;
import millrace.operator.Dialect;
import millrace.operator.Effort;
import millrace.operator.SourceSpec;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** What the compiler tells a node type about the node's surroundings, and where problems go. */
public interface Binding {
    Clock clock();

    Dialect dialect();

    /** Whether the run is a batch: no watermark before the input is complete, one final pane per window. */
    boolean batch();

    /** The types that arrive at the input ports, in their order; all known, or the node is not bound. */
    List<StreamType> inputs();

    /** Opens a file beside the design; empty (and a problem told) if that is not allowed or it is not there. */
    Optional<SourceSpec.File.Opener> file(String name);

    void problem(Problem problem);

    /** What a node is made of, and the types of its outputs in the order of its ports. */
    record Bound(Work work, List<StreamType> outputs, Effort effort) {
        public Bound {
            outputs = List.copyOf(outputs);
        }

        public Bound(Work work, List<StreamType> outputs) {
            this(work, outputs, Effort.NONE);
        }

        Bound with(Effort how) {
            return new Bound(work, outputs, how);
        }
    }
}
