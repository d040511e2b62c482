package millrace.operator;

/** A processor that remembers nothing: its copy is itself. */
abstract class Stateless extends Processor {
    @Override
    public final Processor copy() {
        return this;
    }
}
