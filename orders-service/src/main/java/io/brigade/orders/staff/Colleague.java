package io.brigade.orders.staff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The few fields of staff-service's colleague that orders need. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Colleague(long staffId, String name, List<String> roles) {}
