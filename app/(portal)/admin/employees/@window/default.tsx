export default function NoWindow() {
  return null
}
