package millrace.catalog;

/** A cache that follows a table. */
final class Cache extends FollowerType {
    Cache() {
        super("cache", "Cache", "A copy to read fast",
                form("1 s").duration("expireAfter", "Expires after",
                        "How long after it was written a row is kept; 0 s means for ever.", 0, "0 s"));
    }

    @Override
    public String icon() {
        return "M11 2.5L4.5 11.5H9.5L8.5 17.5L15.5 8H10.5Z";
    }

    @Override
    public String help() {
        return "Keeps a copy of a table by its changes; each is to be seen a lag after it came, and a row may expire. "
                + "Common mistake: to trust in expiry alone. It bounds how long an old value is told, and forgets good "
                + "ones as well; a cache that follows the changes is right again after its lag.";
    }

    @Override
    long expireAfter(Reader reader) {
        return reader.duration("expireAfter");
    }
}
