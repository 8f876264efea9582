package org.vigil.db;

/**
 * How to reach the database: the owner migrates and grants, the console itself works as the second user, who can
 * neither change nor remove what is append-only.
 *
 * @param url a {@code jdbc:mariadb:} address, with the driver options that the console relies on
 * @param embedded whether the server is the console's own, in its data folder
 */
public record DatabaseAccess(
        String url,
        String user,
        String password,
        String ownerUser,
        String ownerPassword,
        boolean embedded) {

    /**
     * Options that correctness rests on: times are UTC whatever the host says, nothing waits for ever on a dead or hung
     * server, no file is read on the server's behalf, MULTISET results are not cut off, and a node that is paused in the
     * midst of a transaction gives its locks up after eight seconds instead of holding up every other node. Whoever waits for
     * a lock longer than that tries again, well before the socket is given up. A list of keys, however long, is looked up key
     * by key: from 200 on the server would estimate by averages, which a column that is mostly empty spoils, from 1,000 on
     * join the list as a table, and in either case read all of a large table instead.
     */
    static final String OPTIONS = "connectTimeout=5000&socketTimeout=30000&allowLocalInfile=false&tcpKeepAlive=true"
            + "&sessionVariables=time_zone='+00:00',group_concat_max_len=4294967295,idle_write_transaction_timeout=8"
            + ",innodb_lock_wait_timeout=10,eq_range_index_dive_limit=0,in_predicate_conversion_threshold=0";

    /** The address with the console's options added to those that it brings. */
    static String withOptions(String url) {
        return url + (url.contains("?") ? "&" : "?") + OPTIONS;
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + user + " at " + url.replaceAll("\\?.*", "") + "]";
    }
}
