import { takeFewerRounds } from './builders/rounds.ts'

takeFewerRounds()
