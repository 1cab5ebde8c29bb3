export const Spinner = ({ label }: { label: string }) => <span class="bk-spinner" role="status" aria-label={label} />;
