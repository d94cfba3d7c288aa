/** How an admin or a colleague at the firm can speed up the request. */
export function Vouching({ address }: { address: string }) {
  return (
    <section className="grid gap-2 border-t border-border pt-4">
      <h2 className="text-base">Speed this up</h2>
      <p>
        Ask an admin at your firm to confirm it under <em>Admin</em>, <em>Requests</em>. Or ask a colleague to
        sign in and vouch for you here:
      </p>
      <p className="wrap-anywhere">
        <a href={address} className="text-link">
          {address}
        </a>
      </p>
    </section>
  )
}
