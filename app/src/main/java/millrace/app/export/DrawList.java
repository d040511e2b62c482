package millrace.app.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import millrace.app.look.Drawn;

/**
 * What is drawn in many moments, as JSON that {@code replay.js} reads: each thing that is drawn is told once and has a number;
 * a moment is the list of its numbers, told by what is another than in the moment before. Things within a clip stand between
 * one that begins it and one that ends it: where only the clip moves on, they stay.
 */
final class DrawList {
    /** Shorter stretches that stayed are told thing by thing. */
    private static final int LEAST_STRETCH = 3;
    /** Where one thing took the place of another, what follows is not far. */
    private static final int NEAR = 48;
    private static final String SAME = "0";
    private final Things things = new Things();
    private final List<String> moments = new ArrayList<>();
    private int[] before = {};
    /** How many things the moments so far have told. */
    private int told;

    void add(List<Drawn> drawn) {
        int[] now = numbers(drawn);
        moments.add(Arrays.equals(now, before) ? SAME : changes(now));
        before = now;
    }

    private int[] numbers(List<Drawn> drawn) {
        List<Integer> all = new ArrayList<>(drawn.size() + 16);
        List<Drawn.Clip> open = List.of();
        for (Drawn d : drawn) {
            open = within(open, d.style().clips(), all);
            all.add(things.number(d));
        }
        within(open, List.of(), all);
        return all.stream().mapToInt(i -> i).toArray();
    }

    /** Ends the clips in which what follows does not lie, and begins those in which it does. */
    private List<Drawn.Clip> within(List<Drawn.Clip> open, List<Drawn.Clip> wanted, List<Integer> all) {
        int common = 0;
        while (common < Math.min(open.size(), wanted.size()) && open.get(common).equals(wanted.get(common)))
            common++;
        for (int i = common; i < open.size(); i++)
            all.add(things.end());
        for (int i = common; i < wanted.size(); i++)
            all.add(things.number(wanted.get(i)));
        return wanted;
    }

    /**
     * 0 is the next thing that no moment had so far, n more than 0 the thing n - 1; otherwise so many things stayed, from the
     * place that lies as far as the following number says behind the last ones that stayed.
     */
    private String changes(int[] now) {
        int[] places = places();
        List<Integer> all = new ArrayList<>();
        int i = 0;
        int last = 0;
        while (i < now.length) {
            int from = from(now[i], last, places);
            int length = from < 0 ? 0 : stretch(now, i, from);
            if (length < LEAST_STRETCH) all.add(one(now[i++]));
            else {
                all.add(-length);
                all.add(from - last);
                i += length;
                last = from + length;
            }
        }
        return all.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private int[] places() {
        int[] places = new int[things.count()];
        Arrays.fill(places, -1);
        for (int i = before.length - 1; i >= 0; i--)
            places[before[i]] = i;
        return places;
    }

    private int one(int thing) {
        if (thing < told) return thing + 1;
        told = thing + 1;
        return 0;
    }

    private int from(int thing, int last, int[] places) {
        for (int at = last; at < Math.min(before.length, last + NEAR); at++)
            if (before[at] == thing) return at;
        return places[thing];
    }

    private int stretch(int[] now, int at, int from) {
        int length = 0;
        while (at + length < now.length && from + length < before.length && now[at + length] == before[from + length])
            length++;
        return length;
    }

    /** The dictionaries and the moments, as members of an object. */
    String json() {
        return things.json() + ",\n\"moments\":[" + String.join(",\n", moments) + "]";
    }
}
