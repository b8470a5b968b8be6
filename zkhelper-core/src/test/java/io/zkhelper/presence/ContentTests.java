package io.zkhelper.presence;

import io.zkhelper.presence.Content.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentTests {

	private static final byte[] A = { 1 };

	private static final byte[] B = { 2 };

	private static final byte[] C = { 3 };

	private final Content content = new Content(A);

	@Test
	void whatIsWantedIsRight() {
		assertThat(this.content.judge(A.clone())).isEqualTo(Verdict.RIGHT);
		assertThat(this.content.judge(B)).isEqualTo(Verdict.FOREIGN);
	}

	@Test
	void whatWasThereOrWasSentIsOutOfDateAfterAnUpdate() {
		this.content.judge(A);
		this.content.want(B);
		assertThat(this.content.send()).isEqualTo(B);
		this.content.want(C);
		assertThat(this.content.judge(A)).as("what was sent may be lost").isEqualTo(Verdict.OUT_OF_DATE);
		assertThat(this.content.judge(B)).isEqualTo(Verdict.OUT_OF_DATE);
		assertThat(this.content.judge(new byte[0])).isEqualTo(Verdict.FOREIGN);
		assertThat(this.content.judge(C)).isEqualTo(Verdict.RIGHT);
	}

}
