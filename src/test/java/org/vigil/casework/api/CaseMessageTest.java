package org.vigil.casework.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigil.casework.CaseMessage;
import org.vigil.shared.api.ApiJson;

/** What a crime system may write, with the API's own strict JSON. */
class CaseMessageTest {

    private final ApiJson json = new ApiJson();

    @Test
    void calls_and_crimes_may_be_plain_references_or_say_more() {
        var plain = read("{'source': 'NICHE', 'reference': 'C1', 'incidents': ['P-1'], 'crimes': ['43/1']}");
        var more = read("{'source': 'NICHE', 'reference': 'C1', 'incidents': [{'reference': 'P-1'}],"
                + " 'crimes': [{'reference': '43/1'}], 'victim': {'familyName': 'Example'},"
                + " 'suspects': [{'person': {'givenName': 'A'}, 'status': 'OUTSTANDING', 'since': '2026-03-03T12:00:00Z'}],"
                + " 'leadOfficer': {'name': 'DC Example', 'collar': '4711', 'pip': 2},"
                + " 'riskAssessment': {'tool': 'DASH', 'grade': 'HIGH'}}");
        assertThat(more.incidents()).isEqualTo(plain.incidents());
        assertThat(more.crimes()).isEqualTo(plain.crimes());
        assertThat(read(new String(json.bytes(more), StandardCharsets.UTF_8))).isEqualTo(more);
    }

    private CaseMessage read(String text) {
        return json.mapper().readValue(text.replace('\'', '"'), CaseMessage.class);
    }
}
