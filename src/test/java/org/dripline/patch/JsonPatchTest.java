package org.dripline.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6902 on the tree alone; single quotes stand for double ones. */
class JsonPatchTest {
    /** Documents and patches as the appendix A of RFC 6902 uses them, in its order. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "A.1  | {'foo':'bar'} | [{'op':'add','path':'/baz','value':'qux'}] | {'foo':'bar','baz':'qux'}",
                "A.2  | {'foo':['bar','baz']} | [{'op':'add','path':'/foo/1','value':'qux'}] | {'foo':['bar','qux','baz']}",
                "A.3  | {'baz':'qux','foo':'bar'} | [{'op':'remove','path':'/baz'}] | {'foo':'bar'}",
                "A.4  | {'foo':['bar','qux','baz']} | [{'op':'remove','path':'/foo/1'}] | {'foo':['bar','baz']}",
                "A.5  | {'baz':'qux','foo':'bar'} | [{'op':'replace','path':'/baz','value':'boo'}] | {'baz':'boo','foo':'bar'}",
                "A.6  | {'foo':{'bar':'baz','waldo':'fred'},'qux':{'corge':'grault'}} | [{'op':'move','from':'/foo/waldo','path':'/qux/thud'}] | {'foo':{'bar':'baz'},'qux':{'corge':'grault','thud':'fred'}}",
                "A.7  | {'foo':['all','grass','cows','eat']} | [{'op':'move','from':'/foo/1','path':'/foo/3'}] | {'foo':['all','cows','eat','grass']}",
                "A.8  | {'baz':'qux','foo':['a',2,'c']} | [{'op':'test','path':'/baz','value':'qux'},{'op':'test','path':'/foo/1','value':2}] | {'baz':'qux','foo':['a',2,'c']}",
                "A.10 | {'foo':'bar'} | [{'op':'add','path':'/child','value':{'grandchild':{}}}] | {'foo':'bar','child':{'grandchild':{}}}",
                "A.11 | {'foo':'bar'} | [{'op':'add','path':'/baz','value':'qux','xyz':123}] | {'foo':'bar','baz':'qux'}",
                "A.14 | {'/':9,'~1':10} | [{'op':'test','path':'/~01','value':10}] | {'/':9,'~1':10}",
                "A.16 | {'foo':['bar']} | [{'op':'add','path':'/foo/-','value':['abc','def']}] | {'foo':['bar',['abc','def']]}",
            })
    void doesAsTheAppendixSays(String section, String document, String patch, String result) {
        assertThat(apply(document, patch)).as(section).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "A.9  | {'baz':'qux'} | [{'op':'test','path':'/baz','value':'bar'}] | 422",
                "A.12 | {'foo':'bar'} | [{'op':'add','path':'/baz/bat','value':'qux'}] | 422",
                "A.13 | {'foo':'bar'} | [{'op':'add','path':'/baz','value':'qux','op':'remove'}] | 400",
                "A.15 | {'/':9,'~1':10} | [{'op':'test','path':'/~01','value':'10'}] | 422",
            })
    void refusesAsTheAppendixSays(String section, String document, String patch, int status) {
        assertThat(refusal(document, patch).status()).as(section).isEqualTo(status);
    }

    /** RFC 6901, section 5. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/foo | ['bar','baz']",
                "/foo/0 | 'bar'",
                "/ | 0",
                "/a~1b | 1",
                "/c%d | 2",
                "/e^f | 3",
                "/g_h | 4",
                "/i\\\\j | 5",
                "/k\\'l | 6",
                "/  | 0",
                "/m~0n | 8",
            })
    void findsWhatAPointerNames(String pointer, String value) {
        String document =
                "{'foo':['bar','baz'],'':0,'a/b':1,'c%d':2,'e^f':3,'g_h':4,'i\\\\j':5,'k\\'l':6,' ':7,'m~n':8}";
        String patch = "[{'op':'test','path':'" + pointer + "','value':" + value + "}]";
        assertThat(apply(document, patch)).isEqualTo(json(document));
    }

    @Test
    void findsTheRootAndABlankName() {
        String document = "{'':0,' ':7}";
        assertThat(apply(
                        document,
                        "[{'op':'test','path':'','value':{' ':7.0,'':0}},{'op':'test','path':'/ ','value':7}]"))
                .isEqualTo(json(document));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                // The place of a root, of a member that is there, of the end of a list.
                "{'a':1} | [{'op':'add','path':'','value':{'b':2}}] | {'b':2}",
                "{'a':1} | [{'op':'replace','path':'','value':[]}] | []",
                "{'a':1} | [{'op':'remove','path':''}] | null",
                "{'a':1} | [{'op':'copy','from':'','path':'/b'}] | {'a':1,'b':{'a':1}}",
                "{'a':1} | [{'op':'move','from':'','path':''}] | {'a':1}",
                "{'a':{'b':1}} | [{'op':'move','from':'/a','path':''}] | {'b':1}",
                "{'a':1,'b':2} | [{'op':'add','path':'/a','value':null}] | {'a':null,'b':2}",
                "{'a':[1]} | [{'op':'add','path':'/a/1','value':2}] | {'a':[1,2]}",
                "{'a':[1,2]} | [{'op':'move','from':'/a/0','path':'/a/-'}] | {'a':[2,1]}",
                "{'a':[1,2]} | [{'op':'move','from':'/a/1','path':'/a/1'}] | {'a':[1,2]}",
                "{'a':[1,2]} | [{'op':'replace','path':'/a/1','value':{'x':[]}}] | {'a':[1,{'x':[]}]}",
                "{'a':[0.50]} | [{'op':'copy','from':'/a/0','path':'/b'}] | {'a':[0.50],'b':0.50}",
                "{'a':{'b':1}} | [{'op':'move','from':'/a','path':'/aa'}] | {'aa':{'b':1}}",
                "{'a':1} | [] | {'a':1}",
                "{'a':1} | [{'op':'test','path':'/a','value':1.00}] | {'a':1}",
                "{'a':1e400} | [{'op':'test','path':'/a','value':10.0e399}] | {'a':1e400}",
                "{'a':0e-400} | [{'op':'test','path':'/a','value':-0.0}] | {'a':0e-400}",
                "{'a':{'x':1,'y':[2]}} | [{'op':'test','path':'/a','value':{'y':[2.0],'x':1}}] | {'a':{'x':1,'y':[2]}}",
            })
    void appliesInOrder(String document, String patch, String result) {
        assertThat(apply(document, patch)).isEqualTo(value(result));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'op':'remove','path':'/x'} | Operation 0 (counted from 0) cannot remove at \"/x\": the resource has no such member.",
                "{'op':'replace','path':'/x','value':1} | Operation 0 (counted from 0) cannot replace at \"/x\": the resource has no such member.",
                "{'op':'test','path':'/x','value':1} | Operation 0 (counted from 0) cannot test at \"/x\": the resource has no such member.",
                "{'op':'move','from':'/x','path':'/y'} | Operation 0 (counted from 0) cannot move at \"/x\": the resource has no such member.",
                "{'op':'copy','from':'/x','path':'/y'} | Operation 0 (counted from 0) cannot copy at \"/x\": the resource has no such member.",
                "{'op':'add','path':'/l/3','value':1} | Operation 0 (counted from 0) cannot add at \"/l/3\": \"/l\" is an array in which the last index here is 2.",
                "{'op':'add','path':'/l/01','value':1} | Operation 0 (counted from 0) cannot add at \"/l/01\": \"/l\" is an array, whose items are named by 0, 1, 2 and so on, without leading zeros.",
                "{'op':'add','path':'/l/-1','value':1} | Operation 0 (counted from 0) cannot add at \"/l/-1\": \"/l\" is an array, whose items are named by 0, 1, 2 and so on, without leading zeros.",
                "{'op':'add','path':'/l/1e0','value':1} | Operation 0 (counted from 0) cannot add at \"/l/1e0\": \"/l\" is an array, whose items are named by 0, 1, 2 and so on, without leading zeros.",
                "{'op':'add','path':'/l/99999999999','value':1} | Operation 0 (counted from 0) cannot add at \"/l/99999999999\": \"/l\" is an array in which the last index here is 2.",
                "{'op':'remove','path':'/l/-'} | Operation 0 (counted from 0) cannot remove at \"/l/-\": \"/l\" is an array, whose items are named by 0, 1, 2 and so on, without leading zeros.",
                "{'op':'remove','path':'/e/0'} | Operation 0 (counted from 0) cannot remove at \"/e/0\": \"/e\" is an empty array.",
                "{'op':'add','path':'/s/t','value':1} | Operation 0 (counted from 0) cannot add at \"/s/t\": \"/s\" is a string, in which nothing lies.",
                "{'op':'add','path':'/l/0/t','value':1} | Operation 0 (counted from 0) cannot add at \"/l/0/t\": \"/l/0\" is a number, in which nothing lies.",
                "{'op':'remove','path':'/l/1/t'} | Operation 0 (counted from 0) cannot remove at \"/l/1/t\": \"/l/1\" is null, in which nothing lies.",
                "{'op':'test','path':'/s','value':'y'} | Operation 0 (counted from 0) tests \"/s\" for another value than is there. Read the resource again and make a new patch.",
            })
    void saysWhatIsThereInstead(String operation, String text) {
        Refusal refusal = refusal("{'resourceType':'List','l':[1,null],'s':'x','e':[]}", "[" + operation + "]");

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.issues()).extracting(Issue::text).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "'x'",
                "[1]",
                "[{}]",
                "[{'op':'add','path':'/a'}]",
                "[{'op':'add','value':1}]",
                "[{'op':1,'path':'/a','value':1}]",
                "[{'op':'ADD','path':'/a','value':1}]",
                "[{'op':'merge','path':'/a','value':1}]",
                "[{'op':'remove','path':null}]",
                "[{'op':'remove','path':['a']}]",
                "[{'op':'remove','path':'a'}]",
                "[{'op':'remove','path':'/~'}]",
                "[{'op':'remove','path':'/~2'}]",
                "[{'op':'remove','path':'#/a'}]",
                "[{'op':'move','path':'/a'}]",
                "[{'op':'copy','from':'/a'}]",
                "[{'op':'move','from':'/a','path':'/a/b'}]",
                "[{'op':'move','from':'','path':'/a'}]",
                "[{'op':'test','path':'/a'}]",
                "[] []",
                "[",
                "",
            })
    void refusesWhatIsNoPatch(String patch) {
        assertThat(refusal("{'a':1}", patch).status()).isEqualTo(400);
    }

    private static Json apply(String document, String patch) {
        JsonObject stored = json(document);
        return JsonPatchReader.read(bytes(patch), Limits.DEFAULT).apply(stored, new Work(Limits.DEFAULT));
    }

    private static Refusal refusal(String document, String patch) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> apply(document, patch));
        assertThat(refusal).as(patch).isNotNull();
        return refusal;
    }

    private static JsonObject json(String text) {
        return JsonReader.read(bytes(text), Limits.DEFAULT);
    }

    private static Json value(String text) {
        return JsonReader.readValue(bytes(text), Limits.DEFAULT);
    }

    /** A backslash before a single quote keeps it. */
    private static byte[] bytes(String text) {
        return text.replaceAll("(?<!\\\\)'", "\"").replace("\\'", "'").getBytes(UTF_8);
    }
}
