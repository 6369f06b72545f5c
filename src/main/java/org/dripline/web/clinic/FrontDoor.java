package org.dripline.web.clinic;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** Leads whoever opens the server's address in a browser to the clinic's first page. */
@SuppressWarnings("serial") // A servlet is Serializable by inheritance only.
final class FrontDoor extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Location", request.getContextPath() + "/clinic/");
        response.setStatus(302);
    }
}
