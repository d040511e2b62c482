package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import millrace.operator.SourceSpec.File;
import millrace.operator.SourceSpec.File.Format;
import millrace.operator.SourceSpec.File.TimeFormat.Kind;
import millrace.operator.SourceTiming;
import millrace.operator.SourceTiming.EndPolicy;
import millrace.operator.StreamType;
import millrace.operator.WatermarkSpec;
import org.junit.jupiter.api.Test;

class FileFeedTest {
    private static final StreamType NAME = Feeds.type("name:string");
    private static final StreamType VALUE = Feeds.type("value:long");

    @Test
    void readsValuesInQuotesWithCommasQuotesAndLineBreaks() {
        assertEquals(
                List.of("1/1 a,b", "2/2 say \"hi\"", "3/3 two\nlines", "4/4 two\r\nlines", "5/5  kept ", "6/6 last"),
                Feeds.rows(Feeds.csv(NAME, """
                        t,name
                        1,"a,b"
                        2,"say ""hi\"""
                        3,"two
                        lines"
                        4,"two\r
                        lines"
                        5, kept\040

                        6,last""")));
    }

    @Test
    void readsFilesOfOtherSystems() {
        assertEquals(List.of("1/1 a", "2/2 ü"), Feeds.rows(Feeds.csv(NAME, "\uFEFFt,name\r\n1,a\r\n2,ü\r\n")));
        assertEquals(List.of("1/1 a", "2/2 b"), Feeds.rows(Feeds.csv(NAME, "name , t\ra,1\rb,2\r")));
        assertEquals(List.of("1/1 a"), Feeds.rows(Feeds.json(NAME, "\uFEFF{\"t\":1,\"name\":\"a\"}\r\n")));
    }

    @Test
    void readsEveryType() {
        StreamType all = Feeds.type("s:string", "l:long", "d:double", "b:boolean", "w:timestamp");
        assertEquals(List.of("1/1 x -5 2.5 true 99", "2/2 null null null null null", "3/3 y 7 -1.0E-9 false 0"),
                Feeds.rows(Feeds.csv(all, """
                        t,s,l,d,b,w
                        1,x,-5,2.5,true,99
                        2,,,,,
                        3,y, 7 ,-1e-9,0,0
                        """)));
        assertEquals(List.of("1/1 x -5 2.5 true 99", "2/2 null null null null null"), Feeds.rows(Feeds.json(all, """
                {"t": 1, "s": "x", "l": -5, "d": 2.5, "b": true, "w": 99, "more": {"deep": [1, 2]}}
                {"t": 2, "s": null}
                """)));
    }

    @Test
    void refusesARowWithItsLineAndReason() {
        assertEquals(List.of("1/1 1", "3: 't' is 'noon', not milliseconds since 1970.",
                "4: 'value' is '1.5', not a whole number.", "5: The row has 1 values, the header 2.",
                "6: The row has 3 values, the header 2.", "7: 't' is empty: it must be a time.",
                "8: 't' is '9223372036854775807', not milliseconds since 1970.", "9/9 2"),
                Feeds.rows(Feeds.csv(VALUE, """
                        t,value
                        1,1
                        noon,2
                        3,1.5
                        4
                        5,5,5
                        ,6
                        9223372036854775807,7
                        9,2
                        """)));
    }

    @Test
    void countsLinesThroughLineBreaksInQuotes() {
        assertEquals(List.of("1/1 a\nb", "4: 't' is 'x', not milliseconds since 1970."),
                Feeds.rows(Feeds.csv(NAME, "t,name\n1,\"a\nb\"\nx,c\n")));
    }

    @Test
    void refusesLinesThatAreNoObjects() {
        List<String> rows = Feeds.rows(Feeds.json(VALUE, """
                {"t": 1, "value": 1}
                [1, 2]
                {"t": 2, "value": {"deep": 1}}
                {"t": 3, "value":

                {"t": 4, "value": 4} and more
                {"t": 5, "value": "5"}
                """));
        assertEquals("1/1 1", rows.get(0));
        assertEquals("2: The line is not a JSON object.", rows.get(1));
        assertEquals("3: 'value' is not a single value.", rows.get(2));
        assertTrue(rows.get(3).startsWith("4: Not JSON at column "), rows.get(3));
        assertTrue(rows.get(4).startsWith("6: "), rows.get(4));
        assertEquals("5/5 5", rows.get(5));
        assertEquals(6, rows.size());
    }

    @Test
    void aMissingColumnIsToldOnceWithTheHeader() {
        assertEquals(List.of("1: There is no column 'value'. The header has t, amount."),
                Feeds.rows(Feeds.csv(VALUE, "t,amount\n1,1\n2,2\n")));
        assertEquals(List.of("1: The file is empty: a header with column names is needed."),
                Feeds.rows(Feeds.csv(VALUE, "")));
        assertEquals(List.of(), Feeds.rows(Feeds.json(VALUE, "")));
    }

    @Test
    void aQuoteThatNeverClosesEndsTheReadingWithAReason() {
        String text = "t,name\n1,a\n2,\"never closed\n" + "3,b\n".repeat(200_000);
        List<String> rows = Feeds.rows(Feeds.csv(NAME, text));
        assertEquals(2, rows.size());
        assertTrue(rows.get(1).startsWith("3: The file can't be read after line 2: "), rows.get(1));
    }

    @Test
    void aLineWithoutEndIsPassedOverInJsonLines() {
        String text = "{\"t\":1,\"name\":\"a\"}\n{\"name\":\"" + "x".repeat(5_000_000)
                + "\"}\n{\"t\":2,\"name\":\"b\"}\n";
        assertEquals(List.of("1/1 a", "2: The line is longer than 262144 characters.", "2/2 b"),
                Feeds.rows(Feeds.json(NAME, text)));
    }

    @Test
    void hostileJsonIsRefused() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        String digits = "1".repeat(5000);
        List<String> rows = Feeds.rows(Feeds.json(VALUE,
                "{\"more\":" + deep + "}\n{\"t\":" + digits + "}\n{\"t\":1e999999999}\n{\"t\":1,\"value\":1}\n"));
        assertEquals(4, rows.size());
        assertTrue(rows.subList(0, 3).stream().allMatch(row -> row.matches("(?s)[123]: .*")), rows.toString());
        assertTrue(rows.stream().allMatch(row -> row.length() < 600), rows.toString());
        assertEquals("1/1 1", rows.get(3));
    }

    @Test
    void aRowOlderThanTheNewestArrivesWithTheRowBeforeIt() {
        assertEquals(List.of("10/10 1", "4/10 2", "12/12 3", "11/12 4"),
                Feeds.rows(Feeds.csv(VALUE, "t,value\n10,1\n4,2\n12,3\n11,4\n")));
    }

    @Test
    void anArrivalColumnDecidesAndNeverGoesBack() {
        File file = Feeds.with(Feeds.csv(VALUE, "t,came,value\n10,20,1\n4,30,2\n12,25,3\n50,40,4\n"), "came",
                Kind.MILLIS, "", "");
        assertEquals(List.of("10/20 1", "4/30 2", "12/30 3", "50/40 4"), Feeds.rows(file));
    }

    @Test
    void aRefusedRowArrivesWithTheRowBeforeIt() {
        SourceFeed feed = Feeds.feed(Feeds.csv(VALUE, "t,value\n10,1\nx,2\n"));
        feed.advance();
        assertTrue(feed.advance() && feed.rejected());
        assertEquals(10, feed.arrival());
        assertFalse(feed.advance());
    }

    @Test
    void readsTimesAsTheyAreWritten() {
        assertEquals("86400500", time(Kind.SECONDS, "", "86400.5"));
        assertEquals("86400000", time(Kind.ISO, "", "1970-01-02"));
        assertEquals("86400000", time(Kind.ISO, "", "1970-01-02T02:00:00+02:00"));
        assertEquals("86400250", time(Kind.ISO, "", "1970-01-02 00:00:00.250"));
        assertEquals("43519000", time(Kind.CLOCK, "", "12:05:19"));
        assertEquals("1431857103000", time(Kind.PATTERN, "dd/MMM/yyyy:HH:mm:ss Z", "17/May/2015:10:05:03 +0000"));
        assertEquals("43500000", time(Kind.PATTERN, "HH.mm", "12.05"));
        assertEquals("refused", time(Kind.ISO, "", "yesterday"));
        assertEquals("refused", time(Kind.SECONDS, "", "1e9"));
        assertEquals("refused", time(Kind.PATTERN, "not a pattern", "12:05"));
    }

    private static String time(Kind kind, String pattern, String written) {
        File file = Feeds.with(Feeds.csv(VALUE, "t,value\n" + written + ",1\n"), "", kind, pattern, "");
        String row = Feeds.rows(file).getFirst();
        return row.contains("/") ? row.substring(0, row.indexOf('/')) : "refused";
    }

    @Test
    void aColumnMayNameThePartition() {
        SourceTiming two = new SourceTiming(new WatermarkSpec.Perfect(), 0, 0, List.of("East", "West"), false,
                new EndPolicy.Hold());
        File file = Feeds.with(Feeds.with(Feeds.csv(VALUE, "t,gate,value\n1,West,1\n2,North,2\n3,East,3\n"), "",
                Kind.MILLIS, "", "gate"), two);
        SourceFeed feed = Feeds.feed(file);
        assertEquals(3, feed.upcoming(0));
        assertEquals(1, feed.upcoming(1));
        feed.advance();
        assertEquals(1, feed.partition());
        feed.advance();
        assertEquals("'gate' is 'North', none of the partitions East, West.", feed.rejection().reason());
        feed.advance();
        assertEquals(0, feed.partition());
    }

    @Test
    void readsGzipAndTellsOfABrokenOne() {
        byte[] zipped = Feeds.gzip("t,value\n1,1\n2,2\n".getBytes(StandardCharsets.UTF_8));
        File plain = Feeds.csv(VALUE, "");
        assertEquals(List.of("1/1 1", "2/2 2"),
                Feeds.rows(Feeds.zipped(plain, () -> new ByteArrayInputStream(zipped))));
        byte[] cut = Arrays.copyOf(zipped, zipped.length - 9);
        String broken = Feeds.rows(Feeds.zipped(plain, () -> new ByteArrayInputStream(cut))).getLast();
        assertTrue(broken.contains("can't be read"), broken);
        String none = Feeds.rows(Feeds.zipped(plain, () -> new ByteArrayInputStream("no gzip".getBytes(
                StandardCharsets.UTF_8)))).getFirst();
        assertTrue(none.startsWith("1: The file can't be opened: "), none);
    }

    @Test
    void aGzipBombIsNotReadToItsEnd() {
        byte[] lines = ("t,value\n" + "\n".repeat(100 << 20)).getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Feeds.gzip(lines);
        for (File plain : List.of(Feeds.csv(VALUE, ""), Feeds.json(VALUE, ""))) {
            String reason = Feeds.rows(Feeds.zipped(plain, () -> new ByteArrayInputStream(bomb))).getLast();
            assertTrue(reason.endsWith("it unpacks to more than 200 times its size, as no table does"), reason);
        }
    }

    @Test
    void tellsOfAFileThatIsGone() {
        File gone = Feeds.zipped(Feeds.csv(VALUE, ""), () -> {
            throw new IOException("no such file");
        });
        assertEquals(List.of("1: The file can't be opened: no such file"), Feeds.rows(gone));
    }

    private static String shuffled(int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("t,value\n");
        for (int i = 0; i < rows; i++) {
            if (i % 700 == 3) text.append("x,").append(i).append('\n');
            text.append(1000L + i * 10L + random.nextInt(5000)).append(',').append(i).append('\n');
        }
        return text.toString();
    }

    @Test
    void knowsTheFutureAcrossPortions() {
        File file = Feeds.with(Feeds.csv(VALUE, shuffled(5000, 7)), Feeds.timing(new WatermarkSpec.Perfect()));
        SourceFeed all = Feeds.feed(file);
        long[] times = new long[6000];
        int n = 0;
        for (; all.advance(); n++)
            times[n] = all.rejected() ? Long.MAX_VALUE : all.eventTime();
        for (int i = n - 2; i >= 0; i--)
            times[i] = Math.min(times[i], times[i + 1]);
        SourceFeed feed = Feeds.feed(file);
        for (int i = 0; i < n; i++) {
            assertEquals(times[i], feed.upcoming(0), "before row " + i + " with seed 7");
            assertTrue(feed.advance());
        }
        assertEquals(SourceFeed.NOTHING, feed.upcoming(0));
        assertEquals(n, feed.total());
    }

    @Test
    void aCopyGoesOnFromTheSamePlace() {
        File file = Feeds.csv(VALUE, shuffled(5000, 8));
        List<String> all = Feeds.rows(file);
        SourceFeed feed = Feeds.feed(file);
        for (int i = 0; i < 2500; i++)
            feed.advance();
        SourceFeed copy = feed.copy();
        assertEquals(all.subList(2500, all.size()), Feeds.rest(feed, VALUE));
        assertEquals(all.subList(2500, all.size()), Feeds.rest(copy, VALUE));
    }

    @Test
    void aCopyBeyondWhatIsKeptFindsItsPlaceAgain() {
        File file = Feeds.file(VALUE, Feeds.timing(new WatermarkSpec.Perfect()), Format.CSV,
                shuffled(140_000, 9).getBytes(StandardCharsets.UTF_8));
        SourceFeed feed = Feeds.feed(file);
        for (int i = 0; i < 135_500; i++)
            feed.advance();
        SourceFeed copy = feed.copy();
        List<String> rest = Feeds.rest(feed, VALUE);
        assertEquals(140_200 - 135_500, rest.size());
        assertEquals(rest, Feeds.rest(copy, VALUE));
        assertEquals(SourceFeed.NOTHING, copy.upcoming(0));
    }

    @Test
    void memoryStaysFlatForAMillionRows() {
        File endless = Feeds.zipped(Feeds.csv(VALUE, ""), () -> new ManyRows(3_000_000));
        File plain = new File(VALUE, endless.timing(), "many", Format.CSV, false, endless.opener(), "t", "",
                endless.timeFormat(), endless.columns(), "");
        SourceFeed feed = Feeds.feed(plain);
        for (int i = 0; i < 200_000; i++)
            feed.advance();
        long before = used();
        int rows = 200_000;
        while (rows < 1_200_000 && feed.advance())
            rows++;
        long grown = used() - before;
        assertEquals(1_200_000, rows);
        assertEquals(-1, feed.total());
        assertTrue(grown < 3_000_000, "a million rows left " + grown + " bytes behind");
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
