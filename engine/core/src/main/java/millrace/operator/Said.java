package millrace.operator;

import org.jspecify.annotations.Nullable;

/** The panes that a row must take back before its next one: nothing, one event, or an array of events. Immutable. */
final class Said {
    private Said() {}

    static @Nullable Object both(@Nullable Object a, @Nullable Object b) {
        if (a == null) return b;
        if (b == null) return a;
        Object[] first = all(a);
        Object[] second = all(b);
        Object[] both = new Object[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static Object[] all(@Nullable Object said) {
        if (said == null) return new Object[0];
        return said instanceof Object[] panes ? panes : new Object[] {said};
    }
}
