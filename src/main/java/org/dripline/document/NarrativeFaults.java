package org.dripline.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.dripline.document.ElementType.Form;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Finds what would run or fetch something when a narrative is shown, and what an XML parser passes over but a browser
 * reads as markup (R4, narrative.html: no active content). The reference validator knows the elements and the links,
 * but looks at the first element only; this adds what follows it, the images and the style attributes.
 */
public final class NarrativeFaults {
    /** Attributes that hold a URL. A browser ignores white space and control characters in its scheme. */
    private static final Set<String> URLS = Set.of("href", "src", "longdesc", "cite", "background", "usemap");

    /** To a browser these end at the first {@code >}, and what follows is live. */
    private static final Pattern HIDDEN = Pattern.compile("<\\?|<!\\[CDATA\\[|<!---?>");

    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Cntrl}]");
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*");
    private static final Set<String> HARMLESS = Set.of("http", "https", "mailto", "tel", "ftp", "urn");
    private static final Pattern IMAGE = Pattern.compile("data:image/(?:png|jpeg|gif|webp|bmp)[;,].*");
    private static final Pattern STYLE = Pattern.compile("url\\(|expression\\(|@import|javascript:|behaviou?r:|\\\\");

    private NarrativeFaults() {}

    /** An error for each faulty narrative of the resource, or of one contained in it. */
    public static List<Issue> of(JsonObject resource) {
        List<Issue> issues = new ArrayList<>();
        TreeWalk.map(resource, (path, owner, child, text) -> {
            String fault = child.type().form() == Form.XHTML ? fault(text) : null;
            if (fault != null) {
                issues.add(Issue.error("structure", "narrative", fault).at(path.toString()));
            }
            return text;
        });
        return issues;
    }

    private static @Nullable String fault(String div) {
        if (!Xhtml.isOneDiv(div)) {
            return "The narrative is not one well-formed XHTML div with nothing before or after it; mend or leave it out.";
        }
        if (HIDDEN.matcher(div).find()) {
            return "The narrative has a processing instruction, CDATA section or empty comment, which a browser reads"
                    + " as markup; remove it.";
        }
        return active(div)
                ? "The narrative has a link, image or style that is active or fetches something other than http, https,"
                        + " mailto, tel or an image; remove it."
                : null;
    }

    private static boolean active(String div) {
        if (!div.contains("=")) {
            return false;
        }
        try {
            XmlSource source = new XmlSource(div);
            int event = source.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT && active(source.stream())) {
                    return true;
                }
                event = source.next();
            }
            return false;
        } catch (Refusal notXhtml) {
            return false; // An entity that only HTML knows: the reference validator refuses it and says so.
        }
    }

    private static boolean active(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String name = element.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value =
                    IGNORED.matcher(element.getAttributeValue(i)).replaceAll("").toLowerCase(Locale.ROOT);
            if ((URLS.contains(name) && !harmless(value))
                    || (name.equals("style") && STYLE.matcher(value).find())) {
                return true;
            }
        }
        return false;
    }

    private static boolean harmless(String url) {
        var scheme = SCHEME.matcher(url);
        return !scheme.matches()
                || HARMLESS.contains(scheme.group(1))
                || IMAGE.matcher(url).matches();
    }
}
