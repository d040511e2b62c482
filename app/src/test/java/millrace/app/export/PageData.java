package millrace.app.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page that replays a run carries of its moments, read as the page's script reads it. */
public record PageData(String packed, JsonNode json) {
    /** A kind of things and where this one lies, in tenths of a px. */
    record Thing(int kind, long x, long y) {}

    public static PageData of(String html) {
        Matcher data = Pattern.compile("<script type=\"text/plain\" id=\"data\">([^<]*)</script>").matcher(html);
        assertTrue(data.find(), "a page has its data");
        byte[] bytes = Base64.getDecoder().decode(data.group(1));
        return new PageData(data.group(1), JsonMapper.builder()
                .build()
                .readTree(new InflaterInputStream(new ByteArrayInputStream(bytes))));
    }

    /** How many numbers tell of the moments. */
    public int told() {
        return json.get("moments").valueStream().mapToInt(m -> Math.max(1, m.size())).sum();
    }

    /** The things of each moment. */
    public List<List<Integer>> moments() {
        List<List<Integer>> all = new ArrayList<>();
        List<Integer> last = List.of();
        int first = 0;
        for (JsonNode told : json.get("moments")) {
            if (told.isArray()) last = moment(told, last, first);
            first = Math.max(first, last.stream().mapToInt(n -> n + 1).max().orElse(0));
            all.add(last);
        }
        return all;
    }

    private static List<Integer> moment(JsonNode told, List<Integer> last, int first) {
        List<Integer> now = new ArrayList<>();
        int next = first;
        int from = 0;
        for (int i = 0; i < told.size(); i++) {
            int n = told.get(i).asInt();
            if (n == 0) now.add(next++);
            else if (n > 0) now.add(n - 1);
            else {
                from += told.get(++i).asInt();
                now.addAll(last.subList(from, from - n));
                from -= n;
            }
        }
        return now;
    }

    List<Thing> things() {
        long[][] last = new long[json.get("kinds").size()][2];
        List<Thing> things = new ArrayList<>();
        JsonNode all = json.get("things");
        for (int i = 0; i < all.size(); i += 3) {
            int kind = all.get(i).asInt();
            last[kind][0] += all.get(i + 1).asLong();
            last[kind][1] += all.get(i + 2).asLong();
            things.add(new Thing(kind, last[kind][0], last[kind][1]));
        }
        return things;
    }

    JsonNode kind(Thing thing) {
        return json.get("kinds").get(thing.kind);
    }

    /** What is written in a moment. */
    public List<String> words(List<Integer> moment) {
        List<Thing> things = things();
        return moment.stream()
                .map(n -> kind(things.get(n)))
                .filter(k -> k.get(0).asString().equals("t"))
                .map(k -> k.get(1).asString())
                .toList();
    }
}
