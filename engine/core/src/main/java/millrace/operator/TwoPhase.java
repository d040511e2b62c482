package millrace.operator;

/** A processor that makes what it did outside visible only with a checkpoint: two-phase commit, as Flink's TwoPhaseCommitSinkFunction. */
public interface TwoPhase {
    /** The checkpoint's barrier is here: what came before it is one transaction. */
    void precommit(Context context, long checkpoint);

    /** The checkpoint is complete: its transaction, and those before it, become visible. */
    void commit(Context context, long checkpoint);

    /** A crash: every transaction that is not committed is rolled back. */
    void rollBack(Context context);
}
