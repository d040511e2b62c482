package millrace.app.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The colours of all frames of a clip: the most frequent ones as they are, the others by halving the room they take. */
final class SharedPalette {
    private static final int MOST = 256;
    /** So many are taken as they are: grounds and marks must not change their shade. */
    private static final int EXACT = 96;
    private final int[] colours;
    /** The nearest colour of each with six bits a part; -1 until it is asked for. */
    private final short[] nearest = new short[1 << 18];
    private final Map<Integer, Integer> exact = new TreeMap<>();

    private SharedPalette(List<Integer> colours) {
        this.colours = colours.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < Math.min(EXACT, this.colours.length); i++)
            exact.put(this.colours[i], i);
        Arrays.fill(nearest, (short) -1);
    }

    static SharedPalette of(List<BufferedImage> samples) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (BufferedImage image : samples)
            for (int pixel : pixels(image))
                counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        List<Integer> byCount = counts.keySet()
                .stream()
                .sorted(Comparator.comparing((Integer c) -> -counts.getOrDefault(c, 0)).thenComparing(c -> c))
                .toList();
        List<Integer> chosen = new ArrayList<>(byCount.subList(0, Math.min(EXACT, byCount.size())));
        List<Integer> rest = byCount.subList(chosen.size(), byCount.size());
        if (!rest.isEmpty()) chosen.addAll(halved(rest, counts, MOST - chosen.size()));
        return new SharedPalette(chosen);
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** The box whose colours lie farthest apart is halved, again and again; of each, the middle. */
    private static List<Integer> halved(List<Integer> all, Map<Integer, Integer> counts, int wanted) {
        List<List<Integer>> boxes = new ArrayList<>(List.of(all));
        while (boxes.size() < wanted) {
            List<Integer> widest = boxes.stream().max(Comparator.comparingLong(SharedPalette::weight)).orElseThrow();
            if (widest.size() < 2) break;
            boxes.remove(widest);
            int shift = longest(widest);
            List<Integer> sorted = widest.stream().sorted(Comparator.comparingInt(c -> c >> shift & 255)).toList();
            boxes.add(sorted.subList(0, sorted.size() / 2));
            boxes.add(sorted.subList(sorted.size() / 2, sorted.size()));
        }
        return boxes.stream().map(b -> middle(b, counts)).toList();
    }

    private static long weight(List<Integer> box) {
        return box.size() < 2 ? 0 : (long) span(box, longest(box)) * box.size();
    }

    private static int longest(List<Integer> box) {
        int red = span(box, 16);
        int green = span(box, 8);
        int blue = span(box, 0);
        return red >= green && red >= blue ? 16 : green >= blue ? 8 : 0;
    }

    private static int span(List<Integer> box, int shift) {
        int least = 255;
        int most = 0;
        for (int colour : box) {
            least = Math.min(least, colour >> shift & 255);
            most = Math.max(most, colour >> shift & 255);
        }
        return most - least;
    }

    private static int middle(List<Integer> box, Map<Integer, Integer> counts) {
        long weight = 0;
        long[] sums = new long[3];
        for (int colour : box) {
            long count = counts.getOrDefault(colour, 1);
            weight += count;
            for (int i = 0; i < 3; i++)
                sums[i] += count * (colour >> 8 * i & 255);
        }
        return (int) (sums[0] / weight | sums[1] / weight << 8 | sums[2] / weight << 16);
    }

    IndexColorModel model() {
        int[] all = Arrays.copyOf(colours, MOST);
        return new IndexColorModel(8, MOST, all, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    /** The place of the colour that comes nearest. */
    int of(int colour) {
        Integer same = exact.get(colour & 0xFFFFFF);
        if (same != null) return same;
        int key = (colour >> 18 & 63) << 12 | (colour >> 10 & 63) << 6 | colour >> 2 & 63;
        if (nearest[key] < 0) nearest[key] = (short) search(colour);
        return nearest[key];
    }

    private int search(int colour) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = (colour >> 16 & 255) - (colours[i] >> 16 & 255);
            int green = (colour >> 8 & 255) - (colours[i] >> 8 & 255);
            int blue = (colour & 255) - (colours[i] & 255);
            long apart = 3L * red * red + 6L * green * green + (long) blue * blue;
            if (apart < least) {
                least = apart;
                best = i;
            }
        }
        return best;
    }
}
