// Who lives in the demo world. hair and top: [style, colour]; bg: ground and disc.
export const people = {
  mei: {
    skin: '#F6D9C3',
    hair: ['bun', '#1F1B1C'],
    top: ['dress', '#C9573E'],
    bg: ['#F6E7D2', '#F2B544'],
    eyes: 'closed',
    smile: 1,
    lip: '#C43A35',
    extra: 'necklace',
  },
  noor: { skin: '#D9A076', hair: ['hijab', '#7FA894'], top: ['crew', '#4E7466'], bg: ['#EFE4D6', '#C8A27E'], smile: 1, lip: '#B14A42' },
  jo: { skin: '#F2C9AC', hair: ['beanie', '#A4552F'], top: ['crew', '#3E536B'], bg: ['#D9CFA8', '#8FA27E'], smile: 2, extra: 'scarf' },
}
