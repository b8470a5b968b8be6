package io.zkhelper.boot.fence.web;

import java.util.List;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.fence.Fence;
import io.zkhelper.fence.FencingHeader;
import io.zkhelper.fence.NamedToken;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FencingTokenFilterTests {

	@Test
	void whatIsWrongWithTheFenceIsNoBadRequest() {
		Fence broken = (name, token) -> {
			throw new IllegalArgumentException("The row of '%s' can't be read".formatted(name));
		};
		FencingTokenFilter filter = new FencingTokenFilter(broken, FencedPaths.of(List.of("/**"), List.of()));
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/reports");
		request.addHeader(FencingHeader.NAME, FencingHeader.format(new NamedToken("reports", new FencingToken(1, 0))));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain()))
			.withMessage("The row of 'reports' can't be read");
	}

}
