import { testMegabytes } from '../helpers/megabytes.ts'

testMegabytes(4, 1)
