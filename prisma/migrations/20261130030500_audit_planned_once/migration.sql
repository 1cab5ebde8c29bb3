-- Sessions plan every statement for its values (see postgres.ts). Those of the audit's triggers run once a record, at the commit,
-- and the same plan is always right for them: planned once, a commit of many records takes two thirds of the time.
ALTER FUNCTION "audit_chain"() SET "plan_cache_mode" TO 'auto';
ALTER FUNCTION "audit_enter"() SET "plan_cache_mode" TO 'auto';
