export declare const acme: import("@bulkhead/model").OrganizationDefinition<"prod" | "dr" | "sandbox" | "dev" | "stage">;
