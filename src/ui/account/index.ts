export { AccountFrame, type AccountPart } from './AccountFrame.tsx'
export { AccountPage, type AccountPageProps, type AccountView } from './AccountPage.tsx'
export type { AccountError, AccountErrorCode, AccountErrors, FormFailure } from './account-error.ts'
export { BecomeCreator, type BecomeCreatorProps } from './BecomeCreator.tsx'
export {
  type AuthField,
  accountFields,
  bioMax,
  type CreatorField,
  creatorFields,
  forgotFields,
  handleShape,
  logInFields,
  passwordMin,
  resetFields,
  signUpFields,
  tidyHandle,
  verifyFields,
} from './fields.ts'
export { LogIn, type LogInProps } from './LogIn.tsx'
export { ForgotPassword, type ForgotPasswordProps, ResetPassword, type ResetPasswordProps } from './Passwords.tsx'
export { SignUp, type SignUpProps } from './SignUp.tsx'
export { VerifyEmail, type VerifyEmailProps } from './VerifyEmail.tsx'
