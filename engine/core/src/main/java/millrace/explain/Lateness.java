package millrace.explain;

/**
 * What allowed lateness decides over one event: with {@code dropsUpTo} ms or less it is dropped, with more it is counted.
 *
 * @param label what the event is called: "9"
 * @param counted whether it was counted in this run
 */
public record Lateness(String label, boolean counted, long dropsUpTo) {
    /** "With 4:56 or less the 9 would be dropped." or "With more than 4:56 the 9 would be counted." */
    public String sentence() {
        return Part.say(counted ? "lateness.drops" : "lateness.counts", Figures.figure(dropsUpTo), label).toString();
    }
}
