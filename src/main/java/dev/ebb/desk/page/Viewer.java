package dev.ebb.desk.page;

/**
 * Who looks at a page.
 *
 * @param name of the account
 * @param shown how it is shown to colleagues
 * @param isLead whether the lead's page is theirs
 */
public record Viewer(String name, String shown, boolean isLead) {}
