package millrace.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * A queue at work. A message is acknowledged, and gone, as soon as it is passed on: a crash behind the queue does not bring it
 * back. What a worker holds when the pipeline behind it goes down is delivered again.
 *
 * <p>The order of event times is lost in a queue, but not what it still holds: its watermark is that of its input, held back
 * by the earliest message that is not done.
 */
final class QueueProcessor extends BrokerProcessor {
    private static final int DONE = 0;
    private static final int DEAD = 1;

    /** A queue remembers nothing of what it gave away. */
    private record Nothing() implements Position {}

    /** A worker's messages, the one that it is busy with first. */
    private static final class Hand {
        final Deque<Message> held = new ArrayDeque<>();
        long until;

        Hand copy() {
            Hand hand = new Hand();
            hand.held.addAll(held);
            hand.until = until;
            return hand;
        }
    }

    private final Queue queue;
    private final Deque<Message> waiting;
    private final List<Hand> hands = new ArrayList<>();
    /** Given up, and not sent yet because there is no room or nobody there. */
    private final Deque<Event> givenUp;
    private final boolean[] stopped;
    /** Event times of all messages that are not done, and how many there are of each. */
    private final TreeMap<Long, Integer> times;
    private long sent;
    private long done;
    private long dead;
    private long input = Watermark.NONE;
    private long said = Watermark.NONE;
    private boolean complete;
    private final boolean[] ended;

    QueueProcessor(Queue queue) {
        this.queue = queue;
        waiting = new ArrayDeque<>();
        queue.workers().forEach(w -> hands.add(new Hand()));
        givenUp = new ArrayDeque<>();
        stopped = new boolean[DEAD + 1];
        ended = new boolean[DEAD + 1];
        times = new TreeMap<>();
    }

    private QueueProcessor(QueueProcessor other, Queue queue) {
        this.queue = queue;
        waiting = new ArrayDeque<>(other.waiting);
        other.hands.forEach(h -> hands.add(h.copy()));
        givenUp = new ArrayDeque<>(other.givenUp);
        stopped = other.stopped.clone();
        ended = other.ended.clone();
        times = new TreeMap<>(other.times);
        sent = other.sent;
        done = other.done;
        dead = other.dead;
        input = other.input;
        said = other.said;
        complete = other.complete;
    }

    @Override
    public Processor copy() {
        return new QueueProcessor(this, queue);
    }

    /** Messages stay where they are, in the hands of the same workers; how many there are is decided once. */
    @Override
    public Optional<Processor> under(Operator next) {
        boolean same = next instanceof Queue q && q.workers().size() == queue.workers().size();
        return same ? Optional.of(new QueueProcessor(this, (Queue) next)) : Optional.empty();
    }

    @Override
    public void changed(Context context) {
        work(context);
    }

    @Override
    public void onEvent(Context context, Event event, int port) {
        work(context);
        waiting.add(new Message(++sent, event, 0));
        times.merge(event.time, 1, Integer::sum);
        if (context.watched()) context.note(new BrokerNote.Sent(event, sent));
        work(context);
    }

    @Override
    public void onWatermark(Context context, long watermark) {
        input = watermark;
        work(context);
    }

    @Override
    public void onTimer(Context context, long now) {
        work(context);
    }

    @Override
    public void onEnd(Context context) {
        complete = true;
        work(context);
    }

    @Override
    public void onRoom(Context context, int output) {
        work(context);
    }

    /** Everything that can be done at this instant: first what is finished, in the order of the workers, then what is free. */
    private void work(Context context) {
        boolean more = true;
        while (more) {
            more = false;
            for (int w = 0; w < hands.size(); w++)
                more |= finish(context, w);
            more |= deal(context);
        }
        bury(context);
        sayTime(context);
        wake(context);
    }

    private boolean finish(Context context, int w) {
        Hand hand = hands.get(w);
        Message message = hand.held.peek();
        if (message == null || hand.until > context.now() || queue.workers().get(w).paused(context.now())) return false;
        boolean fails = queue.fails(message.number(), message.delivery());
        if (!fails && !context.room(DONE)) return false;
        hand.held.remove();
        if (fails) failed(context, message, w);
        else
            done(context, message, w);
        begin(context, w);
        return true;
    }

    private void begin(Context context, int w) {
        hands.get(w).until = Numbers.plus(context.now(), queue.workers().get(w).takes(context.now()));
    }

    private void done(Context context, Message message, int w) {
        done++;
        forget(message);
        String worker = queue.workers().get(w).name();
        if (context.watched()) context.note(new BrokerNote.Done(message.event(), worker, message.delivery()));
        context.send(DONE, result(context, message, worker));
    }

    private void forget(Message message) {
        times.computeIfPresent(message.event().time, (time, count) -> count == 1 ? null : count - 1);
    }

    private void failed(Context context, Message message, int w) {
        String worker = queue.workers().get(w).name();
        boolean last = queue.limit() > 0 && message.delivery() >= queue.limit();
        if (context.watched())
            context.note(
                    new BrokerNote.Failed(message.event(), worker, message.delivery(), queue.front(), last));
        if (last) {
            dead++;
            context.countDropped(1);
            givenUp.add(result(context, message, worker));
            forget(message);
        } else if (queue.front()) waiting.addFirst(message);
        else
            waiting.addLast(message);
    }

    /** The message with who had it last, and how often it was delivered. */
    private Event result(Context context, Message message, String worker) {
        Event event = message.event();
        long[] nums = queue.out().schema().newNums();
        @Nullable
        Object[] refs = queue.out().schema().newRefs();
        for (int n = 0; n < event.schema.nums(); n++)
            nums[n] = event.num(n);
        for (int r = 0; r < event.schema.refs(); r++)
            refs[r] = event.ref(r);
        refs[slot(Queue.WORKER)] = worker;
        nums[slot(Queue.DELIVERY)] = message.delivery();
        Event result = context.event(event.time, queue.out().schema(), nums, refs);
        context.derived(result, event);
        return result;
    }

    private int slot(String field) {
        return queue.out().schema().slot(queue.out().schema().indexOf(field).orElseThrow());
    }

    /** Free messages to free workers, the first of each. */
    private boolean deal(Context context) {
        boolean some = false;
        for (int w = 0; w < hands.size() && !waiting.isEmpty() && !stopped[DONE]; w++) {
            Hand hand = hands.get(w);
            Queue.Worker worker = queue.workers().get(w);
            boolean here = worker.joins() <= context.now() && !worker.paused(context.now());
            while (here && hand.held.size() < queue.prefetch() && !waiting.isEmpty()) {
                if (hand.held.isEmpty()) begin(context, w);
                hand.held.add(deliver(context, waiting.remove().delivered(), w));
                some = true;
            }
        }
        return some;
    }

    private Message deliver(Context context, Message message, int w) {
        if (context.watched())
            context.note(new BrokerNote.Delivered(message.event(),
                    queue.workers().get(w).name(), message.delivery()));
        return message;
    }

    private void bury(Context context) {
        while (!givenUp.isEmpty() && !stopped[DEAD] && context.room(DEAD))
            context.send(DEAD, givenUp.remove());
    }

    private void sayTime(Context context) {
        boolean empty = times.isEmpty() && givenUp.isEmpty();
        long watermark = times.isEmpty() ? input : Math.min(input, times.firstKey());
        for (Event event : givenUp)
            watermark = Math.min(watermark, event.time);
        if (watermark > said) {
            said = watermark;
            for (int output = DONE; output <= DEAD; output++)
                if (!stopped[output]) context.advance(output, said);
        }
        for (int output = DONE; output <= DEAD; output++) {
            if (!complete || !empty || ended[output] || stopped[output]) continue;
            ended[output] = true;
            context.end(output);
        }
    }

    private void wake(Context context) {
        long due = Long.MAX_VALUE;
        for (int w = 0; w < hands.size(); w++) {
            long joins = queue.workers().get(w).joins();
            if (joins > context.now() && !waiting.isEmpty()) due = Math.min(due, joins);
            boolean rests = !waiting.isEmpty() || !hands.get(w).held.isEmpty();
            if (rests) due = Math.min(due, queue.workers().get(w).goesOn(context.now()));
            if (!hands.get(w).held.isEmpty() && hands.get(w).until > context.now())
                due = Math.min(due, hands.get(w).until);
        }
        if (due < Long.MAX_VALUE) context.wakeAt(due);
    }

    @Override
    public Position position(int output) {
        return new Nothing();
    }

    @Override
    public void stop(int output) {
        stopped[output] = true;
        if (output != DONE) return;
        for (Hand hand : hands.reversed())
            for (Iterator<Message> held = hand.held.descendingIterator(); held.hasNext(); held.remove())
                waiting.addFirst(held.next());
    }

    @Override
    public void rewind(Context context, int output, Position position) {
        resume(context, output, true);
    }

    @Override
    public void resume(Context context, int output, boolean fromLastRead) {
        stopped[output] = false;
        ended[output] = false;
        if (said > Watermark.NONE) context.advance(output, said);
        work(context);
    }

    @Override
    public View view() {
        List<View.Queue.Worker> workers = new ArrayList<>();
        for (int w = 0; w < hands.size(); w++) {
            Optional<Message> message = Optional.ofNullable(hands.get(w).held.peek());
            workers.add(new View.Queue.Worker(queue.workers().get(w).name(), message.map(Message::event),
                    message.map(m -> (int) m.delivery()).orElse(0), hands.get(w).held.size()));
        }
        List<Event> first = waiting.stream().limit(View.MOST).map(Message::event).toList();
        return new View.Queue(first, waiting.size(), workers, done, dead);
    }

    @Override
    public long hash() {
        long hash = hash(waiting);
        for (Hand hand : hands)
            hash = Numbers.mix(Numbers.mix(hash, hash(hand.held)), hand.held.isEmpty() ? 0 : hand.until);
        for (Event event : givenUp)
            hash = Numbers.mix(hash, event.id);
        hash = Numbers.mix(Numbers.mix(hash, sent), Numbers.mix(done, dead));
        hash = Numbers.mix(Numbers.mix(hash, input), said);
        for (int output = DONE; output <= DEAD; output++)
            hash = Numbers.mix(hash, (stopped[output] ? 1 : 0) + (ended[output] ? 2 : 0));
        return Numbers.mix(hash, complete ? 1 : 0);
    }

    private static long hash(Deque<Message> messages) {
        long hash = messages.size();
        for (Message message : messages)
            hash = Numbers.mix(hash, message.hash());
        return hash;
    }
}
