package millrace.catalog;

/** What a node of a type keeps from one event to the next, as far as there is something to see of it. */
public enum State {
    /** What passes leaves nothing to show. */
    NONE,
    /** Windows that are open. */
    WINDOWS,
    /** Rows by key: a database's copy, an aggregate, a view. */
    ROWS,
    /** Two sides that wait for each other. */
    SIDES,
    /** Partitions, and how far each consumer has read. */
    LOG,
    /** Messages that wait, and those that workers have in hand. */
    QUEUE,
    /** All that came. */
    OUTPUT,
    /** Rows that wait for a checkpoint before they are seen. */
    TRANSACTIONS
}
