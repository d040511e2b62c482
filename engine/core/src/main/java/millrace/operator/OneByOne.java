package millrace.operator;

/** Remembers nothing, and makes one event at the most of each, which it sends last of all. */
abstract class OneByOne extends Stateless {
    @Override
    public final boolean endsWithSending() {
        return true;
    }
}
