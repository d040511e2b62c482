package millrace.cases;

import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The inputs and the watermark of a stream-case run, as an event list. */
final class StreamFeed {
    /** Between two steps of a watermark that is drawn as a line, ms. */
    private static final long GRAIN = 100;

    private StreamFeed() {}

    /**
     * @param slack how long after the last input a watermark that follows the clock must still be told, so that every window
     *        ends
     */
    static Feed of(JsonNode run, long slack) {
        List<JsonNode> inputs = Json.list(run, "inputs");
        JsonNode watermark = run.path("watermark");
        String form = Json.has(watermark, "rule") ? "rule" : Json.text(watermark, "form", "none");
        Feed feed = new Feed(form.equals("none") ? "none" : "script")
                .of(inputs.stream().map(i -> i.path("value")).toList(), keyed(inputs));
        for (int i = 0; i < inputs.size(); i++) {
            JsonNode in = inputs.get(i);
            feed.row(Json.number(in, "event_time_ms"), Json.number(in, "processing_time_ms"), in.path("key"),
                    in.path("value"), i);
        }
        switch (form) {
            case "none" -> {}
            case "steps" -> steps(feed, Json.list(watermark, "steps"));
            case "curve" -> curve(feed, watermark);
            case "rule" -> rule(feed, watermark, inputs, slack);
            default -> throw new NotYet("a watermark of form '" + form + "'");
        }
        return feed;
    }

    private static boolean keyed(List<JsonNode> inputs) {
        return inputs.stream().anyMatch(i -> i.hasNonNull("key"));
    }

    private static void steps(Feed feed, List<JsonNode> steps) {
        for (JsonNode step : steps) {
            long at = Json.number(step, "processing_time_ms");
            if (Json.has(step, "watermark_ms")) feed.watermark(at, Json.number(step, "watermark_ms"));
            else if (Json.text(step, "watermark").equals("end of time")) feed.ends(at);
            else
                throw new IllegalArgumentException("no watermark in " + step);
        }
    }

    private static void rule(Feed feed, JsonNode watermark, List<JsonNode> inputs, long slack) {
        String rule = Json.text(watermark, "rule");
        if (!rule.equals("watermark = processing time")) throw new NotYet("a watermark by the rule '" + rule + "'");
        long first = inputs.stream().mapToLong(i -> Json.number(i, "processing_time_ms")).min().orElse(0);
        long last = inputs.stream().mapToLong(i -> Json.number(i, "processing_time_ms")).max().orElse(0) + slack;
        for (long at = Math.ceilDiv(first, GRAIN) * GRAIN; at <= last + GRAIN; at += GRAIN)
            feed.watermark(at, at);
    }

    /** Points joined by straight lines, in small steps; where the line is told to pass a time, it does so then. */
    private static void curve(Feed feed, JsonNode watermark) {
        TreeMap<Long, Long> points = new TreeMap<>();
        for (JsonNode point : Json.list(watermark, "points"))
            points.put(Json.number(point, "processing_time_ms"), Json.number(point, "watermark_ms"));
        TreeMap<Long, Long> line = new TreeMap<>(points);
        for (long at = Math.ceilDiv(points.firstKey(), GRAIN) * GRAIN; at <= points.lastKey(); at += GRAIN)
            line.putIfAbsent(at, between(points.floorEntry(at), points.ceilingEntry(at), at));
        if (Json.has(watermark, "passes")) {
            for (JsonNode pass : Json.list(watermark, "passes"))
                line.merge(Json.number(pass, "processing_time_ms"), Json.number(pass, "watermark_ms"), Math::max);
        }
        line.forEach(feed::watermark);
    }

    private static long between(TreeMap.Entry<Long, Long> from, TreeMap.Entry<Long, Long> to, long at) {
        if (to.getKey().equals(from.getKey())) return from.getValue();
        double part = (double) (at - from.getKey()) / (to.getKey() - from.getKey());
        return from.getValue() + (long) Math.floor(part * (to.getValue() - from.getValue()));
    }
}
