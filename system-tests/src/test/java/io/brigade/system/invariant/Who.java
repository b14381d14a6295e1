package io.brigade.system.invariant;

/**
 * Who is signed in on a device, as the token says.
 *
 * @param discountLimitBp most that they may take off without approval
 * @param mayApprove whether they need nobody's approval
 */
public record Who(long staffId, String name, long restaurantId, int discountLimitBp, boolean mayApprove) {}
