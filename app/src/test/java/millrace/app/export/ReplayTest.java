package millrace.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import org.junit.jupiter.api.Test;

/** The page that replays a run, as far as no browser is needed: what its parts are called, what it may do, what its keys are. */
class ReplayTest {
    private static String page(String title, Theme theme) {
        List<Replay.Mark> marks = List.of(new Replay.Mark(1, "12:00:01", "Crash of Count"),
                new Replay.Mark(2, "12:00:02", "Restored Count"));
        Replay replay = new Replay(new Replay.Page(title, "the text", 1440, 900, 12.5, theme, marks));
        for (String time : List.of("12:00:00", "12:00:01", "12:00:02"))
            replay.moment(time, List.of());
        return replay.html();
    }

    private static String page() {
        return page("Kill it", Theme.LIGHT);
    }

    private static String part(String html, String tag) {
        return html.substring(html.lastIndexOf("<" + tag + ">") + tag.length() + 2, html.lastIndexOf("</" + tag + ">"));
    }

    private static List<String> tags(String html, String name) {
        return Pattern.compile("<" + name + "\\b[^>]*>").matcher(html).results().map(m -> m.group()).toList();
    }

    @Test
    void whatAHandCanUseHasANameForThoseWhoDoNotSeeIt() {
        String html = page();
        assertTrue(html.contains("<html lang=\"en\">"));
        String slider = tags(html, "input").getFirst();
        assertTrue(slider.contains("type=\"range\"") && slider.contains("aria-label=\"Time\""), slider);
        assertTrue(part(html, "script").contains("setAttribute('aria-valuetext', data.times[at])"),
                "it says the time, not the number of the moment");
        assertTrue(Pattern.compile("<label>Speed <select").matcher(html).find());
        assertTrue(tags(html, "canvas").getFirst().contains("role=\"img\" aria-label=\"Kill it\""));
        assertEquals(3, tags(html, "button").size());
        assertTrue(tags(html, "button").stream().allMatch(b -> b.contains("type=\"button\"")));
        assertTrue(html.contains("<noscript><p>" + Texts.of("export.replay.no-script")));
    }

    /** An output is a live region of itself: it would be read out with each moment of play. */
    @Test
    void theTimeIsNotReadOutWhileItRuns() {
        assertTrue(tags(page(), "output").getFirst().contains("aria-live=\"off\""));
    }

    @Test
    void whatThePageSaysOfItsKeysIsWhatItsScriptKnows() {
        String script = part(page(), "script");
        String said = Texts.of("export.replay.keys");
        for (String key : List.of("ArrowLeft", "ArrowRight", "Home", "End"))
            assertTrue(script.contains("case '" + key + "'"), key);
        assertTrue(List.of("Space", "arrow", "Shift", "Home", "End").stream().allMatch(said::contains), said);
        assertTrue(script.contains("event.ctrlKey || event.altKey || event.metaKey"), "the browser keeps its own");
        assertFalse(script.contains("PageDown"), "the page is scrolled as any other");
    }

    @Test
    void thePageAsksForNothingAndRunsNothingButItsOwn() throws Exception {
        String html = page();
        assertFalse(Pattern.compile("https?:|\\bsrc=|\\bhref=|url\\(|@import|fetch\\(|XMLHttp").matcher(html).find());
        for (String tag : List.of("script", "style")) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(part(html, tag).getBytes(StandardCharsets.UTF_8));
            assertTrue(html.contains(tag + "-src 'sha256-" + Base64.getEncoder().encodeToString(sum) + "'"), tag);
        }
        assertFalse(Pattern.compile("<[a-z0-9]+ [^>]*\\b(style|on[a-z]+)=").matcher(html).find(),
                "what the policy forbids is not there");
    }

    @Test
    void aBrowserThatCanNotUnpackThePictureSaysSo() {
        assertTrue(page().contains("<p id=\"old\" hidden>" + Texts.of("export.replay.old") + "</p>"));
        String script = part(page(), "script");
        assertTrue(script.contains("new DecompressionStream('deflate')"), "no library is needed for it");
        assertTrue(script.contains("getElementById('old').hidden = false"));
    }

    @Test
    void aTitleWithQuotesAndTagsStaysText() {
        String title = "Say \"hi\" </title></script><img src=x onerror=\"alert(1)\"> & 'bye' @data@";
        String html = page(title, Theme.DARK);
        String escaped = "Say &quot;hi&quot; &lt;/title&gt;&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; 'bye' @data@";
        assertTrue(html.contains("<title>" + escaped + "</title>"));
        assertTrue(html.contains("<h1>" + escaped + "</h1>"));
        assertTrue(tags(html, "canvas").getFirst().endsWith("aria-label=\"" + escaped + "\">"));
        assertEquals(List.of(), tags(html, "img"));
        assertEquals(2, tags(html, "script").size());
    }

    @Test
    void thePageIsDarkOrLightAsItsPictureIs() {
        assertTrue(part(page(), "style").contains("color-scheme: light"));
        assertTrue(part(page("Kill it", Theme.DARK), "style").contains("color-scheme: dark"));
        assertFalse(part(page(), "style").contains("prefers-color-scheme"), "the picture can not follow");
        assertTrue(page().contains("<meta name=\"color-scheme\" content=\"light\">"),
                "fields and bars of the browser are as the picture is before its style is read");
        assertTrue(page("Kill it", Theme.DARK).contains("<meta name=\"color-scheme\" content=\"dark\">"));
    }

    @Test
    void controlsStayInSightAndOnlyThePictureIsWiderThanANarrowScreen() {
        String style = part(page(), "style");
        assertTrue(rule(style, ".controls").contains("position: sticky"));
        assertTrue(rule(style, ".picture").contains("overflow-x: auto")
                && rule(style, ".picture").contains("max-width: 100%"));
        assertTrue(style.contains("(pointer: coarse)") && style.contains("min-height: 44px"), "for fingers");
        assertTrue(style.contains(":focus-visible { outline: 2px"));
    }

    private static String rule(String style, String selector) {
        Matcher m = Pattern.compile(Pattern.quote(selector) + " \\{([^}]*)}").matcher(style);
        assertTrue(m.find(), selector);
        return m.group(1);
    }
}
