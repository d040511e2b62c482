package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs and queues as a pipeline with checkpoints drives them, and what holds whatever happens. */
class BrokersTest {
    private static final Schema SCHEMA = Schema
            .of(List.of(new Field("k", FieldType.LONG), new Field("v", FieldType.LONG)));
    private static final StreamType TYPE = new StreamType(SCHEMA, 0);

    private static Event event(long id, long time, long key) {
        return new Event(id, time, SCHEMA, new long[] {key, id}, new Object[0]);
    }

    private static LogGroup group(int readers, long takes, List<LogGroup.Pause> pauses) {
        return new LogGroup("g", new LogGroup.From.Earliest(), readers, takes, Long.MIN_VALUE, pauses, List.of(),
                List.of());
    }

    private static Log log(int partitions, long idleAfter, LogGroup... groups) {
        return new Log(TYPE, partitions, new Log.Assign.Numbered(0), 0, new WatermarkSpec.Ascending(), idleAfter, false,
                new Log.Retention(0, 0), Optional.empty(), List.of(groups));
    }

    private static BrokerProcessor start(Operator operator) {
        return (BrokerProcessor) operator.start();
    }

    @Test
    void afterARewindItSendsAgainFromThere() {
        BrokerProcessor log = start(log(1, 0, group(1, 0, List.of()), group(1, 0, List.of())));
        HandContext context = new HandContext();
        log.onEvent(context, event(1, 10, 0), 0);
        BrokerProcessor.Position position = log.position(0);
        log.onEvent(context, event(2, 20, 0), 0);
        log.stop(0);
        context.said();
        log.onEvent(context, event(3, 30, 0), 0);
        assertEquals(List.of("1 event 3", "1 watermark 30"), context.said(), "the other group goes on");
        log.rewind(context, 0, position);
        assertEquals(List.of("0 watermark 10", "0 event 2", "0 watermark 20", "0 event 3", "0 watermark 30"),
                context.said());
    }

    @Test
    void withNothingRememberedItGoesOnFromTheEndOrFromTheLastPlaceRead() {
        for (boolean fromLastRead : new boolean[] {true, false}) {
            BrokerProcessor log = start(log(1, 0, group(1, 0, List.of())));
            HandContext context = new HandContext();
            log.onEvent(context, event(1, 10, 0), 0);
            log.stop(0);
            log.onEvent(context, event(2, 20, 0), 0);
            context.said();
            log.resume(context, 0, fromLastRead);
            log.onEvent(context, event(3, 30, 0), 0);
            assertEquals(fromLastRead ? List.of("0 event 2", "0 watermark 20", "0 event 3", "0 watermark 30")
                    : List.of("0 event 3", "0 watermark 30"), context.said());
        }
    }

    @Test
    void anEventAtHandIsReadAgainAfterACrash() {
        BrokerProcessor log = start(log(1, 0, group(1, 5, List.of())));
        HandContext context = new HandContext();
        log.onEvent(context, event(1, 0, 0), 0);
        context.pass(log, 3);
        log.stop(0);
        log.resume(context, 0, true);
        context.pass(log, 20);
        assertEquals(List.of("0 event 1", "0 watermark 0"), context.said());
        assertEquals(new View.Log.Group("g", List.of(1L), false, 0, List.of(Optional.empty())),
                ((View.Log) log.view()).groups().getFirst());
    }

    @Test
    void withoutRoomItWaits() {
        BrokerProcessor log = start(log(1, 0, group(1, 0, List.of())));
        HandContext context = new HandContext();
        context.room = 1;
        LongStream.rangeClosed(1, 3).forEach(i -> log.onEvent(context, event(i, i, 0), 0));
        assertEquals(List.of("0 event 1", "0 watermark 1"), context.said());
        context.room = 2;
        log.onRoom(context, 0);
        assertEquals(List.of("0 event 2", "0 watermark 2", "0 event 3", "0 watermark 3"), context.said());
    }

    @Test
    void readersGoIdleAndComeBack() {
        BrokerProcessor log = start(log(2, 10, group(3, 0, List.of())));
        HandContext context = new HandContext();
        log.onTimer(context, 0);
        log.onEvent(context, event(1, 1, 0), 0);
        context.pass(log, 5);
        log.onEvent(context, event(2, 5, 1), 0);
        assertEquals(List.of("0 event 1", "0 event 2"), context.said());
        context.pass(log, 10);
        assertEquals(List.of("0 watermark 5"), context.said(), "P0 and the reader without a partition are idle");
        context.pass(log, 15);
        assertEquals(List.of("0 idle"), context.said());
        log.onEvent(context, event(3, 15, 0), 0);
        assertEquals(List.of("0 active", "0 event 3", "0 watermark 15"), context.said());
        log.onEnd(context);
        assertEquals(List.of("0 watermark end", "0 end"), context.said());
    }

    @Test
    void aReadOfAnOffsetThatWasRemovedBeginsAtTheNext() {
        LogPartition partition = new LogPartition();
        LongStream.range(0, 39).forEach(i -> partition.append(event(i + 1, i, i == 38 ? 38 : 35), i));
        partition.append(event(40, 39, 39), 39);
        partition.clean(new Log.Compaction(1, 0, List.of(), 0), TYPE, 50, (event, offset) -> {});
        assertEquals(List.of(37L, 38L, 39L),
                LongStream.of(0, 38, 39).map(o -> partition.offset(partition.at(o))).boxed().toList());
        assertEquals(List.of(37L, 40L), List.of(partition.start(), partition.end()));
    }

    @Test
    void whatIsReadIsTheVeryEventThatWasAppended() {
        BrokerProcessor log = start(log(1, 0, group(1, 0, List.of()), group(1, 0, List.of())));
        HandContext context = new HandContext();
        Event event = event(1, 1, 0);
        log.onEvent(context, event, 0);
        context.sent.forEach(e -> assertSame(event, e));
        assertEquals(2, context.sent.size());
    }

    /** Readers, pauses, full wires, crashes and copies, as they come: what counts after all is each record once, in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyGroupReadsEachRecordOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        int partitions = 1 + random.nextInt(4);
        List<LogGroup.Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = random.nextInt(200);
            pauses.add(new LogGroup.Pause(from, from + 1 + random.nextInt(60), random.nextInt(partitions + 1) - 1));
        }
        Log log = log(partitions, random.nextInt(2) * 20L,
                group(1 + random.nextInt(5), random.nextInt(2) * 3L, pauses));
        Pipeline pipeline = new Pipeline(start(log), random);
        List<Event> appended = pipeline.run(200, partitions);
        String what = "seed " + seed;
        for (long p = 0; p < partitions; p++)
            assertEquals(ids(appended, p), ids(pipeline.counted, p), what);
        assertTrue(pipeline.context.said.contains("0 end"), what);
    }

    private static List<Long> ids(List<Event> events, long partition) {
        return events.stream().filter(e -> e.num(0) == partition).map(e -> e.id).toList();
    }

    /** What is behind a log: it remembers, at times, and crashes, at times. */
    private static final class Pipeline {
        final HandContext context = new HandContext();
        /** What counts: what was counted at the checkpoint, and what came after. */
        final List<Event> counted = new ArrayList<>();
        private final Random random;
        private BrokerProcessor log;
        private BrokerProcessor.Position position;
        private int kept;

        Pipeline(BrokerProcessor log, Random random) {
            this.log = log;
            this.random = random;
            position = log.position(0);
        }

        List<Event> run(int events, int partitions) {
            List<Event> appended = new ArrayList<>();
            for (int i = 1; i <= events; i++) {
                Event event = event(i, context.now, random.nextInt(partitions));
                appended.add(event);
                log.onEvent(context, event, 0);
                take();
                happen();
            }
            context.room = Integer.MAX_VALUE;
            log.onRoom(context, 0);
            log.onEnd(context);
            context.pass(log, 100_000);
            take();
            return appended;
        }

        private void take() {
            counted.addAll(context.sent);
            context.sent.clear();
        }

        private void happen() {
            long hash = log.hash();
            log = (BrokerProcessor) log.copy();
            assertEquals(hash, log.hash(), "a copy is the same");
            switch (random.nextInt(8)) {
                case 0 -> context.pass(log, context.now + random.nextInt(10));
                case 1 -> context.room = random.nextInt(3);
                case 2 -> {
                    context.room = Integer.MAX_VALUE;
                    log.onRoom(context, 0);
                }
                case 3 -> {
                    position = log.position(0);
                    kept = counted.size();
                }
                case 4 -> crash();
                default -> {
                }
            }
            take();
            if (context.wake <= context.now) context.pass(log, context.now);
            take();
        }

        private void crash() {
            log.stop(0);
            context.pass(log, context.now + random.nextInt(5));
            assertEquals(0, context.sent.size(), "while it is stopped it sends nothing");
            counted.subList(kept, counted.size()).clear();
            log.rewind(context, 0, position);
        }
    }

    /** Random failures, workers and full wires: each message is done once, or given up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyMessageIsDoneOnceOrGivenUp(long seed) {
        Random random = new Random(seed);
        int messages = 60;
        int limit = 1 + random.nextInt(4);
        TreeMap<Long, List<Long>> failures = new TreeMap<>();
        for (long m = 1; m <= messages; m++)
            if (random.nextInt(3) == 0)
                failures.put(m, random.nextBoolean() ? List.of() : List.of(1L, 2L + random.nextInt(2)));
        List<Queue.Worker> workers = new ArrayList<>();
        for (int w = random.nextInt(3); w >= 0; w--)
            workers.add(new Queue.Worker("w" + w, random.nextInt(4), w == 0 ? Long.MIN_VALUE : random.nextInt(50)));
        Queue queue = new Queue(TYPE, new StreamType(SCHEMA.with(List.of(new Field(Queue.WORKER, FieldType.STRING),
                new Field(Queue.DELIVERY, FieldType.LONG))), 0), 1 + random.nextInt(3), workers,
                failures.entrySet().stream().map(f -> new Queue.Failure(f.getKey(), f.getValue())).toList(),
                random.nextBoolean(), limit);
        HandContext context = new HandContext();
        BrokerProcessor processor = start(queue);
        for (long m = 1; m <= messages; m++) {
            processor.onEvent(context, event(m, m, m), 0);
            if (random.nextInt(3) == 0) context.pass(processor, context.now + random.nextInt(6));
            context.room = random.nextInt(4) == 0 ? random.nextInt(2) : Integer.MAX_VALUE;
            if (context.room > 0) processor.onRoom(context, 0);
            processor = (BrokerProcessor) processor.copy();
        }
        context.room = Integer.MAX_VALUE;
        processor.onRoom(context, 0);
        processor.onEnd(context);
        context.pass(processor, 100_000);
        assertEquals(messages, context.sent.size(), "seed " + seed);
        for (int i = 0; i < messages; i++) {
            long message = context.sent.get(i).num(1);
            assertEquals(fate(failures.get(message), limit), context.outputs.get(i) + " " + context.sent.get(i).num(2),
                    "seed " + seed + ", message " + message);
        }
        assertEquals(messages, context.sent.stream().map(e -> e.num(1)).distinct().count(), "seed " + seed);
        assertEquals(context.outputs.stream().filter(o -> o == 1).count(), context.dropped, "seed " + seed);
    }

    /** Which output a message takes, and at which delivery, worked out for it alone. */
    private static String fate(List<Long> failures, int limit) {
        for (long delivery = 1;; delivery++) {
            boolean fails = failures != null && (failures.isEmpty() || failures.contains(delivery));
            if (!fails) return "0 " + delivery;
            if (delivery == limit) return "1 " + delivery;
        }
    }

    @Test
    void whatAWorkerHoldsWhenThePipelineStopsIsDeliveredAgain() {
        Queue queue = new Queue(TYPE, new StreamType(SCHEMA.with(List.of(new Field(Queue.WORKER, FieldType.STRING),
                new Field(Queue.DELIVERY, FieldType.LONG))), 0), 2,
                List.of(new Queue.Worker("A", 10, Long.MIN_VALUE)), List.of(), true, 0);
        BrokerProcessor processor = start(queue);
        HandContext context = new HandContext();
        LongStream.rangeClosed(1, 3).forEach(m -> {
            processor.onEvent(context, event(m, m, m), 0);
        });
        context.pass(processor, 5);
        processor.stop(0);
        context.pass(processor, 50);
        assertEquals(0, context.sent.size());
        processor.resume(context, 0, true);
        context.pass(processor, 100);
        assertEquals(List.of("1 2", "2 2", "3 1"), context.sent.stream().map(e -> e.num(1) + " " + e.num(2)).toList());
    }

    /** The figures are those of a separate script: FNV-1a, then the finishing steps of SplitMix64. */
    @Test
    void aHashOfAKeyIsTheSameForEver() {
        assertEquals(List.of(0L, 1L, 1L, 1L), List.of("Ann", "Ben", "Cem", 7L)
                .stream()
                .map(k -> Long.remainderUnsigned(Numbers.stable(k), 3))
                .toList());
    }
}
