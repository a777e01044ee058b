export * from '../../../src/ui/workbench/samples/commerce.ts'
