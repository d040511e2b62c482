package millrace.catalog;

/** A search index that follows a table. */
final class SearchIndex extends FollowerType {
    SearchIndex() {
        super("search-index", "Search index", "A copy to search in", form("3 s"));
    }

    @Override
    public String icon() {
        return "M8.5 3.5A5 5 0 1 1 8.5 13.5A5 5 0 1 1 8.5 3.5 M12.25 12.25L17 17";
    }

    @Override
    public String help() {
        return "Keeps a copy of a table by its changes; each is to be seen a lag after it came. Wiped, it is empty, and is "
                + "built anew from the changes that a log sends again, as a whole. Common mistake: to write to database "
                + "and index side by side. One of the two writes fails or comes second some day, and they differ for good; "
                + "an index that follows the changes is late, but never of another opinion.";
    }
}
