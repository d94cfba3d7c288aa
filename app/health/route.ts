/** The process is alive. It says nothing about the database: restarting the portal would not mend that. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
