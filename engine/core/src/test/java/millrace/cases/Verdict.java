package millrace.cases;

/** How a run of a case came out. */
sealed interface Verdict {
    /** @param remark what is to be known of the case itself; may be empty */
    record Passed(String remark) implements Verdict {}

    /** @param difference what was expected and what came, or why the case could not be run */
    record Failed(String difference) implements Verdict {}

    /** @param reason what the engine or the adapter lacks */
    record NotExpressible(String reason) implements Verdict {}
}
