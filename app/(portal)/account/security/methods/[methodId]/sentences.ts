export const goneSentence = 'It is no longer in your list.'

export const lastMethodSentence =
  'It is the last way in that your firm takes from you. Add another one first, then remove this one.'
