/** The two ways in which the own firm can speed it up. */
export function Vouching({ address }: { address: string }) {
  return (
    <section className="grid gap-2 border-t border-border pt-4">
      <h2 className="text-base">It goes quicker with a word from your firm</h2>
      <p>
        An admin can confirm it under <em>Admin</em>, <em>Requests</em>. A colleague can vouch for you at this
        address, after signing in:
      </p>
      <p className="wrap-anywhere">
        <a href={address} className="text-link">
          {address}
        </a>
      </p>
    </section>
  )
}
