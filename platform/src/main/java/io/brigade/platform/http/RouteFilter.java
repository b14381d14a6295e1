package io.brigade.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Tells the meters which resource served a request. Response filters also run for refused ones. */
class RouteFilter {

    private final ConcurrentMap<RuntimeResource, String> templates = new ConcurrentHashMap<>();

    @ServerResponseFilter
    void remember(RoutingContext request) {
        ResteasyReactiveRequestContext rest = CurrentRequestManager.get();
        RuntimeResource target = rest == null ? null : rest.getTarget();
        if (target != null) {
            HttpMeters.route(request, templates.computeIfAbsent(target, RouteFilter::template));
        }
    }

    private static String template(RuntimeResource target) {
        String onClass = target.getClassPath() == null ? "" : target.getClassPath().template;
        String onMethod = target.getPath() == null ? "" : target.getPath().template;
        String joined = (onClass + "/" + onMethod).replaceAll("/{2,}", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
