package millrace.simulation;

import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Timing;
import org.jspecify.annotations.Nullable;

/** Counts what happens in a run, for progress and summaries. */
public final class CountersRecorder extends PartialRecorder {
    private long steps;
    private long now;
    private long emitted;
    private long rejected;
    private long delivered;
    private long derived;
    private long leftOut;
    private long failed;
    private long added;
    private long late;
    private long merged;
    private long panes;
    private long retractions;
    private long dropped;
    private long expired;
    private long advanced;
    private long reached;

    public long steps() {
        return steps;
    }

    /** Processing time of the last step, ms. */
    public long now() {
        return now;
    }

    /** Events that sources sent. */
    public long emitted() {
        return emitted;
    }

    /** Rows that sources refused. */
    public long rejected() {
        return rejected;
    }

    /** Elements that wires handed over. */
    public long delivered() {
        return delivered;
    }

    /** Events that operators made of others. */
    public long derived() {
        return derived;
    }

    /** Events that conditions kept back. */
    public long leftOut() {
        return leftOut;
    }

    /** Events for which an expression had no result. */
    public long failed() {
        return failed;
    }

    /** Events put into windows, once for each window. */
    public long added() {
        return added;
    }

    /** How many of {@link #added} were late. */
    public long late() {
        return late;
    }

    /** Sessions that others swallowed. */
    public long merged() {
        return merged;
    }

    /** Panes, without retractions. */
    public long panes() {
        return panes;
    }

    public long retractions() {
        return retractions;
    }

    /** Events that came too late for every window of theirs. */
    public long dropped() {
        return dropped;
    }

    /** Windows of a key whose state has gone. */
    public long expired() {
        return expired;
    }

    /** How often the watermark of a node moved. */
    public long advanced() {
        return advanced;
    }

    /** Events that reached a sink. */
    public long reached() {
        return reached;
    }

    @Override
    public void moment(long step, long time) {
        steps = step;
        now = time;
    }

    @Override
    public void emitted(int node, int partition, Event event) {
        emitted++;
    }

    @Override
    public void rejected(int node, long line, String reason, String row) {
        rejected++;
    }

    @Override
    public void delivered(int wire, long sentAt, Element element) {
        delivered++;
    }

    @Override
    public void derived(int node, Event child, Event parent) {
        derived++;
    }

    @Override
    public void leftOut(int node, Event event) {
        leftOut++;
    }

    @Override
    public void failed(int node, Event event, String message) {
        failed++;
    }

    @Override
    public void added(int node, Event event, @Nullable Object key, long start, long end, boolean isLate,
            long watermark) {
        added++;
        if (isLate) late++;
    }

    @Override
    public void merged(int node, @Nullable Object key, long from, long to, long start, long end) {
        merged++;
    }

    @Override
    public void fired(int node, @Nullable Object key, Event pane, Timing timing, long watermark) {
        if (Pane.of(pane).retraction()) retractions++;
        else
            panes++;
    }

    @Override
    public void dropped(int node, Event event, @Nullable Object key, long start, long end, long watermark) {
        dropped++;
    }

    @Override
    public void expired(int node, @Nullable Object key, long start, long end, long watermark) {
        expired++;
    }

    @Override
    public void advanced(int node, long watermark) {
        advanced++;
    }

    @Override
    public void reached(int node, Event event) {
        reached++;
    }
}
